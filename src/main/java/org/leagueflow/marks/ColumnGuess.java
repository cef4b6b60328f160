package org.leagueflow.marks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;

/** Guesses from its titles and first cells what a column means, and says why. */
final class ColumnGuess {

	/** A number at the end of a title: 劳动15分, 劳动(满分15), 劳动【≤15】, 劳动(0-15分). */
	private static final Pattern MAX = Pattern.compile("(.*?\\D)[/／]?" + "[（(\\[【〔{]?"
			+ "(?:满分|最高|上限|不超过|至多|共|≤|<=|0(?:分)?[-~～至])*(\\d+(?:\\.\\d+)?)分?(?:为满分|封顶)?[)）\\]】〕}]?");

	/** What is left of a bracket around the maximum. */
	private static final Pattern BEFORE_MAX = Pattern.compile("[（(\\[【〔{/／]?(?:满分|最高|上限|不超过|至多|共|≤|<=)*[（(\\[【〔{/／]?$");

	/** Words that say of a number that it is the maximum, whatever stands below. */
	private static final Pattern SAID_MAX = Pattern.compile("满分|上限|最高|不超过|至多|≤|<=");

	private static final Pattern WEIGHT = Pattern.compile("[（(\\[]?(?:占|权重)?\\d+(?:\\.\\d+)?%[)）\\]]?");

	private static final Pattern DIGITS = Pattern.compile("\\p{Nd}");

	private static final Pattern LETTERS = Pattern.compile("[A-Za-zＡ-Ｚａ-ｚ]");

	private static final Pattern OTHERS = Pattern.compile("[^\\P{L}A-Za-z]");

	private static final int MAX_SHAPES = 3;

	private static final Pattern CREDIT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*学分|学分[:：]?\\s*(\\d+(?:\\.\\d+)?)");

	private static final Pattern BRACKET = Pattern.compile("[（(\\[【]([^（(\\[【)）\\]】]*)[)）\\]】]");

	/** Longer numbers in a title are codes and telephone numbers. */
	private static final BigDecimal MAX_POINTS = BigDecimal.valueOf(100_000);

	private static final BigDecimal MAX_CREDIT = BigDecimal.valueOf(30);

	/** Titles that name no item by themselves. */
	private static final Set<String> GENERIC = Set.of("得分", "分数", "成绩", "分值", "评分", "实得分", "最终得分", "测评分");

	private static final Pattern PLUS_MINUS = Pattern.compile(".*(加减分|奖惩|加扣分|加减).*");

	private static final Pattern MINUS = Pattern.compile(".*(减分|扣分|扣减|处罚).*");

	private static final Pattern PLUS = Pattern.compile(".*(加分|奖励).*");

	private ColumnGuess() {
	}

	/** What the columns under a heading mean; marks that nobody sees are not read. */
	static List<ColumnPlan> columns(HeadingPaths heading, Map<Integer, List<String>> samples, BitSet hidden,
			MarkPeriod year) {
		List<ColumnPlan> plans = new ArrayList<>();
		Set<ColumnRole> seen = EnumSet.noneOf(ColumnRole.class);
		boolean longTable = longTable(heading);
		int table = 0;
		Set<Integer> places = new TreeSet<>(heading.paths().keySet());
		places.addAll(samples.keySet());
		for (int place : places) {
			List<String> path = heading.paths().getOrDefault(place, List.of());
			List<String> cells = samples.getOrDefault(place, List.of());
			Optional<ColumnRole> titled = titled(path);
			boolean key = titled.isPresent()
					&& (titled.get() == ColumnRole.SERIAL || ColumnRole.KEYS.contains(titled.get()));
			if (key && !seen.add(titled.get())) {
				table++;
				seen.clear();
				seen.add(titled.get());
			}
			ColumnPlan plan = column(place, table, path, cells, longTable, year);
			plans.add((hidden.get(place) && plan.role().marks())
					? plain(place, table, path, ColumnRole.IGNORED, "hidden", cells) : plan);
		}
		return plans;
	}

	/** Whether each line is one course of one person. */
	private static boolean longTable(HeadingPaths heading) {
		Set<ColumnRole> roles = EnumSet.noneOf(ColumnRole.class);
		heading.paths().values().forEach((path) -> titled(path).ifPresent(roles::add));
		return roles.contains(ColumnRole.POINTS)
				&& (roles.contains(ColumnRole.COURSE_CODE) || roles.contains(ColumnRole.COURSE_NAME));
	}

	private static Optional<ColumnRole> titled(List<String> path) {
		for (int i = path.size() - 1; i >= 0; i--) {
			Optional<ColumnRole> role = ColumnRole.titled(path.get(i));
			if (role.isPresent()) {
				return (i == path.size() - 1) ? role : role.filter(ColumnRole.KEYS::contains);
			}
		}
		return Optional.empty();
	}

	private static ColumnPlan column(int place, int table, List<String> path, List<String> cells, boolean longTable,
			MarkPeriod year) {
		if (path.isEmpty()) {
			return plain(place, table, path, ColumnRole.IGNORED, "no-title", cells);
		}
		String leaf = path.get(path.size() - 1);
		Optional<ColumnRole> titled = titled(path);
		if (titled.isPresent() && (titled.get() != ColumnRole.POINTS || longTable)) {
			String why = switch (titled.get()) {
				case TOTAL -> "total";
				case IGNORED, SERIAL -> "no-mark";
				default -> "title";
			};
			return plain(place, table, path, titled.get(), why,
					(titled.get() == ColumnRole.IGNORED) ? List.of() : cells);
		}
		if (longTable) {
			return plain(place, table, path, ColumnRole.IGNORED, "long", cells);
		}
		long readable = cells.stream().filter((cell) -> MarkText.of(cell).holds()).count();
		long noted = cells.stream().filter((cell) -> MarkText.signed(cell).isPresent()).count();
		if (!cells.isEmpty() && readable * 2 < cells.size() && noted * 2 >= cells.size()) {
			return scored(place, table, path, ColumnRole.NOTE, cells, year);
		}
		if (cells.isEmpty() && PLUS_MINUS.matcher(leaf).matches()) {
			return scored(place, table, path, ColumnRole.NOTE, cells, year);
		}
		if (!cells.isEmpty() && readable * 2 < cells.size()) {
			return plain(place, table, path, ColumnRole.IGNORED, "words", cells);
		}
		return scored(place, table, path, ColumnRole.SCORE, cells, year);
	}

	private static ColumnPlan plain(int place, int table, List<String> path, ColumnRole role, String why,
			List<String> cells) {
		List<String> samples = (role == ColumnRole.IGNORED) ? shapes(cells) : cells;
		return new ColumnPlan(place, table, path, role, null, null, null, null, null, null, "", why(why, path),
				samples);
	}

	/**
	 * How cells look that nobody asked to be read, without what they say: 138 0013 is 999
	 * 9999, 张三 is 字字. Telephone numbers and addresses are kept nowhere.
	 */
	private static List<String> shapes(List<String> cells) {
		return cells.stream()
			.map((cell) -> OTHERS.matcher(LETTERS.matcher(DIGITS.matcher(cell).replaceAll("9")).replaceAll("A"))
				.replaceAll("字"))
			.distinct()
			.limit(MAX_SHAPES)
			.toList();
	}

	private static Message why(String why, List<String> path, Object... more) {
		List<Object> args = new ArrayList<>(List.of(path.isEmpty() ? "" : path.get(path.size() - 1)));
		args.addAll(List.of(more));
		return Message.of("marks.why." + why, args.toArray());
	}

	private static ColumnPlan scored(int place, int table, List<String> path, ColumnRole role, List<String> cells,
			MarkPeriod year) {
		String leaf = path.get(path.size() - 1);
		Optional<HeadingMonth> month = HeadingMonth.of(leaf);
		Optional<Course> course = month.isPresent() ? Optional.empty() : Course.of(path);
		if (course.isPresent() && role == ColumnRole.SCORE) {
			Course one = course.get();
			return new ColumnPlan(place, table, path, role, one.key(), one.name(), MarkItemCard.Category.COURSE,
					BigDecimal.ZERO, BigDecimal.valueOf(100), one.credit(), "",
					why("course", path, one.key(), (one.credit() != null) ? one.credit().toPlainString() : "-"), cells);
		}
		String term = month.map((one) -> one.term(year)).orElse("");
		BigDecimal high = max(path, leaf, cells);
		String name = name(path, !term.isEmpty());
		boolean signed = PLUS_MINUS.matcher(leaf).matches() || role == ColumnRole.NOTE;
		boolean minus = !signed && MINUS.matcher(term.isEmpty() ? leaf : name).matches();
		if (minus) {
			high = BigDecimal.ZERO;
		}
		if (signed || PLUS.matcher(leaf).matches()) {
			high = null;
		}
		BigDecimal low = (signed || minus) ? null : BigDecimal.ZERO;
		Message why = !term.isEmpty() ? why("month", path, term)
				: (role == ColumnRole.NOTE) ? why("note", path)
						: (minus) ? why("minus", path) : signed ? why("signed", path)
								: (high != null) ? why("max", path, high.toPlainString()) : why("score", path);
		return new ColumnPlan(place, table, path, role, name, name, MarkItemCard.Category.SCORE, low, high, null, term,
				why, cells);
	}

	/**
	 * The most points, as the lowest title that has a number says. A number that most
	 * cells exceed is none: 大学英语2 is a course.
	 */
	private static BigDecimal max(List<String> path, String leaf, List<String> cells) {
		for (int i = path.size() - 1; i >= 0; i--) {
			String title = MarkText.plain(path.get(i)).replaceAll("\\s", "");
			if (WEIGHT.matcher(title).find()) {
				return null;
			}
			Matcher matcher = MAX.matcher(title);
			if (matcher.matches() && HeadingMonth.of(title).isEmpty()) {
				BigDecimal max = new BigDecimal(matcher.group(2));
				long above = cells.stream()
					.map((cell) -> MarkText.of(cell).value())
					.filter((value) -> value != null && value.compareTo(max) > 0)
					.count();
				boolean said = SAID_MAX.matcher(title).find();
				return ((!said && above * 2 > cells.size()) || max.compareTo(MAX_POINTS) > 0) ? null : max;
			}
			boolean generic = GENERIC.contains(ColumnRole.plain(path.get(i)));
			boolean part = i == path.size() - 1 && (leaf.contains("基本分") || leaf.contains("基础分"));
			if (!generic && !part) {
				return null;
			}
		}
		return null;
	}

	/**
	 * The titles without maximum and weight, joined; generic ones and months left out.
	 */
	private static String name(List<String> path, boolean month) {
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < path.size(); i++) {
			String part = MarkText.plain(path.get(i)).replaceAll("\\s", "");
			boolean leaf = i == path.size() - 1;
			if (leaf && month) {
				part = HeadingMonth.of(part).map(HeadingMonth::rest).orElse("");
			}
			if (leaf && i > 0 && GENERIC.contains(ColumnRole.plain(part))) {
				continue;
			}
			String plain = WEIGHT.matcher(part).replaceAll("");
			Matcher max = MAX.matcher(plain);
			plain = max.matches() ? BEFORE_MAX.matcher(max.group(1)).replaceAll("") : plain;
			if (!plain.isEmpty() && (parts.isEmpty() || !parts.get(parts.size() - 1).equals(plain))) {
				parts.add(plain);
			}
		}
		String name = parts.isEmpty() ? (month ? "每月" : path.get(path.size() - 1))
				: month ? String.join("/", parts) + "/每月" : String.join("/", parts);
		return Characters.first(name, 150);
	}

	/**
	 * A course as a column.
	 *
	 * @param key its code, or its name where it has none
	 */
	record Course(String key, String name, BigDecimal credit) {

		private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(\\.\\d+)?");

		private static final Pattern LEADING_CODE = Pattern.compile("(" + MarkItem.CODE + ")[\\s_-]*(\\D.*)");

		static Optional<Course> of(List<String> path) {
			String code = null;
			BigDecimal credit = null;
			BigDecimal number = null;
			String name = null;
			for (String title : path) {
				String text = MarkText.plain(title);
				Matcher written = CREDIT.matcher(text);
				if (written.find()) {
					credit = new BigDecimal((written.group(1) != null) ? written.group(1) : written.group(2));
					text = written.replaceAll("");
				}
				StringBuilder named = new StringBuilder();
				Matcher bracket = BRACKET.matcher(text);
				while (bracket.find()) {
					String inside = bracket.group(1).strip();
					boolean credits = credit == null && NUMBER.matcher(inside).matches()
							&& !BRACKET.matcher(text.substring(bracket.end())).find();
					if (MarkItem.isCode(inside)) {
						code = inside;
						bracket.appendReplacement(named, "");
					}
					else if (credits) {
						number = new BigDecimal(inside);
						bracket.appendReplacement(named, "");
					}
					else {
						bracket.appendReplacement(named, inside.isEmpty() ? "" : "$0");
					}
				}
				String outside = bracket.appendTail(named).toString().strip();
				Matcher leading = LEADING_CODE.matcher(outside);
				if (code == null && leading.matches()) {
					code = leading.group(1);
					outside = leading.group(2).strip();
				}
				if (code == null && MarkItem.isCode(outside)) {
					code = outside;
					outside = "";
				}
				if (!outside.isEmpty() && !GENERIC.contains(outside)) {
					name = outside;
				}
			}
			if (credit == null && code != null && number != null && number.compareTo(MAX_CREDIT) <= 0) {
				credit = number;
			}
			if (credit != null && (credit.compareTo(MAX_CREDIT) > 0 || !MarkText.isCredit(credit))) {
				credit = null;
			}
			if (name == null && code != null && Character.isLetter(code.charAt(0))) {
				name = code;
			}
			if (name == null || (code == null && credit == null)) {
				return Optional.empty();
			}
			return Optional.of(new Course(Characters.first((code != null) ? code : name, 150),
					Characters.first(name, 200), credit));
		}

	}

}
