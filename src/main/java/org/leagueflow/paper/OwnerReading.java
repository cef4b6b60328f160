package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.kernel.Surnames;

/** Who is named: in a column, or in brackets behind a task. */
final class OwnerReading {

	private static final Pattern PARTS = Pattern.compile("[、,，;；/\\n\\t|]|\\s{1,}|和(?=[^平谐])|及(?!时)");

	private static final Pattern UNIT = Pattern
		.compile(".*(部|处|室|会|委|中心|院|系|支部|协会|办|科|组|队|社|局|站|团|班|馆|厅|所|联盟|书院|总支|协|团委|单位|部门|学校|公司)$|^各.*|.*(全体|有关|相关|等)$");

	/** What a person is, in brackets behind the name. */
	private static final Pattern DUTY = Pattern.compile("(?<=\\p{IsHan})[（(][^（()）]{1,20}[)）]");

	private static final Pattern SAID = Pattern
		.compile("(牵头|主办|承办|责任|负责|主责|配合|协办|协同|协助|参与|联系|落实)(?:责任)?(?:单位|部门|处室|领导|人员?|科室)?\\s*:");

	private OwnerReading() {
	}

	/** The names of a cell; the first leads where the column's words do. */
	static List<PaperOwner> cell(String text, boolean lead, boolean unit) {
		List<PaperOwner> owners = new ArrayList<>();
		String half = PaperText.half(text);
		Matcher said = SAID.matcher(half);
		int begin = 0;
		boolean leads = lead;
		List<int[]> parts = new ArrayList<>();
		List<Boolean> leading = new ArrayList<>();
		while (said.find()) {
			parts.add(new int[] { begin, said.start() });
			leading.add(leads);
			begin = said.end();
			leads = !said.group(1).matches("配合|协办|协同|协助|参与");
		}
		parts.add(new int[] { begin, text.length() });
		leading.add(leads);
		for (int at = 0; at < parts.size(); at++) {
			boolean first = leading.get(at);
			for (String name : names(text.substring(parts.get(at)[0], parts.get(at)[1]))) {
				owners.add(new PaperOwner(name, unit(name) || unit && !person(name),
						first && owners.stream().noneMatch(PaperOwner::lead)));
				first = leading.get(at);
			}
		}
		return owners;
	}

	private static List<String> names(String text) {
		List<String> names = new ArrayList<>();
		String plain = DUTY.matcher(text.replace('\u3000', ' ').replace('\u00A0', ' ')).replaceAll("");
		// 许 念: two characters set apart to be as wide as three.
		plain = plain.replaceAll("(?<![\\p{IsHan}])(\\p{IsHan})[ ]+(\\p{IsHan})(?![\\p{IsHan}])", "$1$2");
		for (String part : PARTS.split(plain)) {
			String name = part.replaceAll("^[\\s:：()（）]+|[\\s:：()（）。.]+$", "")
				.replaceAll("(?<=\\p{IsHan}{2})(老师|同志|同学|牵头负责|牵头|负责|主办|承办|协办|配合|落实)$", "")
				.strip();
			if (name.isEmpty() || name.matches("[-—―/无]+")) {
				continue;
			}
			List<String> glued = glued(name);
			if (glued.isEmpty()) {
				names.add(name);
			}
			else {
				names.addAll(glued);
			}
		}
		return names;
	}

	/** 林知远苏晚晴: every piece begins with a surname; empty when it cannot be parted so. */
	static List<String> glued(String name) {
		if (name.length() < 4 || unit(name) || !name.chars().allMatch((sign) -> PaperText.han((char) sign))
				|| (name.length() == 4 && Surnames.compound(name.substring(0, 2)))) {
			return List.of();
		}
		List<String> parts = parts(name, new ArrayList<>());
		return (parts != null && parts.size() > 1) ? parts : List.of();
	}

	private static List<String> parts(String left, List<String> before) {
		if (left.isEmpty()) {
			return before;
		}
		int surname = Surnames.length(left);
		if (surname == 0) {
			return null;
		}
		for (int length : (surname == 2) ? new int[] { 4, 3 } : new int[] { 3, 2 }) {
			if (length <= left.length()) {
				List<String> more = new ArrayList<>(before);
				more.add(left.substring(0, length));
				List<String> whole = parts(left.substring(length), more);
				if (whole != null) {
					return whole;
				}
			}
		}
		return null;
	}

	static boolean unit(String name) {
		return UNIT.matcher(name).matches()
				&& !(name.length() <= 3 && person(name) && !name.matches(".*(部|处|室|委|会|院|系)$"));
	}

	static boolean person(String name) {
		int surname = Surnames.length(name);
		return surname > 0 && name.length() > surname && name.length() <= surname + 2
				|| name.contains("·") && name.length() >= 4;
	}

	/** Each once, the lead first; what was named twice is told. */
	static List<PaperOwner> once(List<PaperOwner> owners, List<String> twice) {
		Map<String, PaperOwner> once = new LinkedHashMap<>();
		for (PaperOwner owner : owners) {
			PaperOwner before = once.get(owner.name());
			if (before != null) {
				twice.add(owner.name());
			}
			once.put(owner.name(), (before != null && before.lead()) ? before : owner);
		}
		List<PaperOwner> sorted = new ArrayList<>(once.values());
		PaperOwner lead = sorted.stream()
			.filter(PaperOwner::lead)
			.findFirst()
			.orElse(sorted.isEmpty() ? null : sorted.get(0));
		if (lead != null) {
			sorted.remove(lead);
			sorted.replaceAll((one) -> one.leading(false));
			sorted.add(0, lead.leading(true));
		}
		return sorted;
	}

}
