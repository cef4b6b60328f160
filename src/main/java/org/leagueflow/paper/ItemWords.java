package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.TimeReading.Time;

/**
 * What the words of an item say besides what is to be done: who, until when and how much,
 * in brackets at its end, behind labels (责任部门：…；时间：…), or within the sentence.
 */
final class ItemWords {

	private static final String WHO = "(?:牵头|主办|承办|责任|负责|主责|配合|协办|协同|协助|参与|联系|落实|具体负责)(?:责任)?(?:单位|部门|处室|领导|人员|人|科室|组织|同志)?";

	private static final String WHEN = "(?:计划|拟)?(?:完成|办结|截止|起止|开展|实施|举办|活动|推进|责任)?(?:时间|时限|日期|期限)(?:节点|要求|安排)?|完成节点";

	private static final String WHAT = "(?:工作|考核|量化|预期|年度)?(?:指标|目标值|目标)";

	private static final String WHERE = "(?:活动|举办)?(?:地点|阵地)|参与对象|参加对象|参加人员|备注";

	private static final Pattern LABEL = Pattern.compile("(?<![\\p{IsHan}])(?:(?<who>" + WHO + ")|(?<when>" + WHEN
			+ ")|(?<what>" + WHAT + ")|(?<where>" + WHERE + "))\\s*:");

	private static final Pattern BRACKET = Pattern.compile("[(\\[【]([^()\\[\\]【】]*)[)\\]】]\\s*[。.;,]?\\s*$");

	/** A bracket that itself holds brackets: （责任人：林知远（组织部）、苏晚晴）. */
	private static final Pattern DEEP_BRACKET = Pattern.compile("\\(((?:[^()]|\\([^()]*\\))*)\\)\\s*[。.;,]?\\s*$");

	private static final Pattern UNTIL = Pattern.compile(
			"(?:(?<=^|[,。;,、(于在])|(?<=力争))((?:20\\d\\d年)?(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|上旬|中旬|下旬|初|底|末|\\d{1,2}[日号])?(?:之|以)?前|(?:上|下)半年前|年底前)");

	private static final Pattern LEADING = Pattern.compile(
			"^(?:于|在|拟于)?((?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|上旬|中旬|下旬|初|底|末|\\d{1,2}[日号])?(?:(?:-+|至|到|、|和)(?:(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月)?(?:份|上旬|中旬|下旬|初|底|末|\\d{1,2}[日号])?)*(?:之前|以前|前)?|第?[一二三四1-4]季度|(?:上|下)半年)");

	private static final Pattern OFTEN = Pattern.compile("^(?:每个?(?:月|周|季度?|半年|学期)|双周|隔周|每两周)");

	private static final Pattern IN_LEAD = Pattern
		.compile("(?:^|(?<=[。，,；;]))由?([^,。;:()、的]{2,10}?)(?:牵头|主办|负责)(?=[,，。；;]|[\\p{IsHan}])");

	private static final Pattern STRONG_UNIT = Pattern.compile(".*(部|处|室|中心|委|协会|总支|支部|学院|协|社|会|队)$|^各.{2,}");

	/** Brackets of these tell how much or for whom, not who. */
	private static final Pattern NO_UNIT = Pattern
		.compile(".*[\\d一二三四五六七八九十]+[个名场次期].*|^(?:覆盖|面向|参加|含|包括|共|约|每|以|由|在|不|全校|线上|线下).*|.{13,}");

	private final PaperCalendar calendar;

	private final List<PaperOwner> owners = new ArrayList<>();

	private final List<PaperIndicator> named = new ArrayList<>();

	private int ownerConfidence = 100;

	private Time time = Time.NONE;

	private int timeConfidence;

	private final List<String> remarks = new ArrayList<>();

	private String left;

	private ItemWords(String text, PaperCalendar calendar) {
		this.calendar = calendar;
		this.left = text.stripTrailing();
	}

	/** Takes the words of an item into its line. */
	static void into(LineDraft line, String text, PaperCalendar calendar) {
		ItemWords words = new ItemWords(text, calendar);
		words.read();
		words.fill(line);
	}

	/**
	 * Whether a line holds nothing but labelled words or a bracket of owners and times.
	 */
	static boolean only(String text, PaperCalendar calendar) {
		ItemWords words = new ItemWords(text, calendar);
		words.ends();
		return words.found() && PaperText.blank(words.left.replaceAll("[。；;，,（）()]", ""));
	}

	/** Whether the words say who or until when. */
	static boolean any(String text, PaperCalendar calendar) {
		ItemWords words = new ItemWords(text, calendar);
		words.ends();
		return words.found();
	}

	/** Whether the words begin with a time. */
	static boolean timed(String text, PaperCalendar calendar) {
		ItemWords words = new ItemWords(text, calendar);
		words.within();
		return words.time.said() && words.timeConfidence >= 70;
	}

	private boolean found() {
		return !this.owners.isEmpty() || this.time.said() || !this.named.isEmpty();
	}

	private void read() {
		ends();
		within();
	}

	private void ends() {
		boolean more = true;
		while (more) {
			more = bracket() || labels();
		}
	}

	private boolean bracket() {
		String half = PaperText.half(this.left);
		Matcher found = BRACKET.matcher(half);
		if (!found.find()) {
			found = DEEP_BRACKET.matcher(half);
			if (!found.find() || found.end(1) - found.start(1) > 300) {
				return false;
			}
		}
		String inside = this.left.substring(found.start(1), found.end(1));
		if (!inside(inside)) {
			return false;
		}
		this.left = this.left.substring(0, found.start()).stripTrailing();
		return true;
	}

	private boolean inside(String inside) {
		String half = PaperText.half(inside);
		Matcher label = LABEL.matcher(half);
		if (label.find()) {
			String before = inside.substring(0, label.start());
			if (!PaperText.blank(before.replaceAll("[；;，,、]", "")) && !unlabelled(before)) {
				return false;
			}
			labelled(inside.substring(label.start()));
			return true;
		}
		return unlabelled(inside);
	}

	/** （组织部，3月）: times and names, and nothing else. */
	private boolean unlabelled(String inside) {
		Time whole = this.calendar.time(inside, false);
		if (named(whole)) {
			time(whole, 90);
			return true;
		}
		List<PaperOwner> names = new ArrayList<>();
		Time when = Time.NONE;
		int confidence = 85;
		for (String piece : inside.split("[；;，,]|\\s{2,}|(?<=\\p{IsHan})\\s(?=\\p{IsHan}{2})")) {
			if (PaperText.blank(piece)) {
				continue;
			}
			Time said = this.calendar.time(piece, false);
			List<PaperOwner> cell = OwnerReading.cell(piece, true, false);
			if (named(said)) {
				when = said;
			}
			else if (!cell.isEmpty()
					&& cell.stream().allMatch((one) -> OwnerReading.person(one.name()) || strong(one.name()))) {
				confidence = cell.stream().anyMatch(PaperOwner::unit) ? 70 : confidence;
				names.addAll(cell);
			}
			else {
				return false;
			}
		}
		if (names.isEmpty() && !when.said()) {
			return false;
		}
		this.owners.addAll(names);
		this.ownerConfidence = Math.min(this.ownerConfidence, confidence);
		if (when.said()) {
			time(when, 90);
		}
		return true;
	}

	private static boolean strong(String name) {
		return STRONG_UNIT.matcher(name).matches() && !NO_UNIT.matcher(name).matches();
	}

	/** Whether the words name months, and not only a rhythm. */
	private static boolean named(Time time) {
		return time.pure() && (time.recurrence() == null || !time.spans().get(0).wholeYear() || time.dueDay() != null)
				&& !(time.wholeYear() && time.words().length() > 6);
	}

	/** 责任部门：组织部；时间：4月、10月。 at the end, without brackets. */
	private boolean labels() {
		String half = PaperText.half(this.left);
		Matcher label = LABEL.matcher(half);
		while (label.find()) {
			String before = half.substring(0, label.start()).stripTrailing();
			boolean begins = before.isEmpty() || "。;,\n、".indexOf(before.charAt(before.length() - 1)) >= 0
					|| label.start() > before.length();
			if (begins && !(label.group("what") != null && before.isEmpty())) {
				if (label.group("what") != null && half.length() - label.end() > 60) {
					continue;
				}
				String more = labelled(this.left.substring(label.start()));
				this.left = (this.left.substring(0, label.start()).stripTrailing() + more).stripTrailing();
				return true;
			}
		}
		return false;
	}

	/**
	 * Reads labels with their values; what stands behind the sentence of a value is given
	 * back.
	 */
	private String labelled(String text) {
		StringBuilder behind = new StringBuilder();
		String half = PaperText.half(text);
		Matcher label = LABEL.matcher(half);
		List<int[]> ranges = new ArrayList<>();
		List<String> kinds = new ArrayList<>();
		while (label.find()) {
			if (!ranges.isEmpty()) {
				ranges.get(ranges.size() - 1)[2] = label.start();
			}
			ranges.add(new int[] { label.start(), label.end(), text.length() });
			kinds.add((label.group("who") != null) ? "who"
					: (label.group("when") != null) ? "when" : (label.group("what") != null) ? "what" : "where");
		}
		for (int at = 0; at < ranges.size(); at++) {
			int[] range = ranges.get(at);
			String said = text.substring(range[1], range[2]);
			Matcher end = Pattern.compile("。(?=\\s*\\p{IsHan})").matcher(said);
			if (end.find()) {
				behind.append(said.substring(end.end()));
				said = said.substring(0, end.start());
			}
			String value = said.replaceAll("^[\\s]+|[\\s；;，,。、]+$", "");
			switch (kinds.get(at)) {
				case "who" ->
					this.owners.addAll(OwnerReading.cell(text.substring(range[0], range[1]) + value, true, false));
				case "when" -> {
					Time when = this.calendar.time(value, true);
					boolean due = text.substring(range[0], range[1]).matches("(?s).*(完成|办结|截止|时限|期限).*");
					time(due ? when.deadline() : when, 95);
				}
				case "what" -> this.named.addAll(IndicatorReading.cell(value));
				default -> this.remarks.add(text.substring(range[0], range[1]).strip() + value);
			}
		}
		return behind.toString();
	}

	private void time(Time said, int confidence) {
		if (!this.time.said() && (said.said() || said.wrong())) {
			this.time = said;
			this.timeConfidence = confidence;
		}
	}

	/** What the sentence itself says: 组织部牵头，…；6月底前完成…. */
	private void within() {
		String half = PaperText.tight(PaperText.half(this.left));
		Matcher lead = IN_LEAD.matcher(PaperText.half(this.left.strip()));
		if (this.owners.isEmpty() && lead.find()) {
			String name = this.left.strip().substring(lead.start(1), lead.end(1)).strip();
			if (strong(name) || OwnerReading.person(name)) {
				this.owners.add(new PaperOwner(name, OwnerReading.unit(name) || !OwnerReading.person(name), true));
				this.ownerConfidence = Math.min(this.ownerConfidence, 70);
			}
		}
		if (!this.time.said()) {
			Matcher leading = LEADING.matcher(half);
			Matcher until = UNTIL.matcher(half);
			Matcher often = OFTEN.matcher(half);
			if (often.find()) {
				time(this.calendar.time(often.group(), false), 70);
			}
			else if (leading.find()) {
				time(this.calendar.time(leading.group(1), false), 80);
			}
			else if (until.find()) {
				time(this.calendar.time(until.group(1), false), 65);
			}
		}
	}

	private void fill(LineDraft line) {
		List<String> twice = new ArrayList<>();
		if (!this.owners.isEmpty()) {
			List<PaperOwner> all = new ArrayList<>(line.owners);
			all.addAll(this.owners);
			line.owners.clear();
			line.owners.addAll(OwnerReading.once(all, twice));
			line.twice.addAll(twice);
			line.guess("owners", twice.isEmpty() ? Math.min(98, this.ownerConfidence) : 60,
					twice.isEmpty() ? "owner-bracket" : "owner-twice", String.join("、", twice));
		}
		if (this.timeConfidence > 70 || !line.time.said()) {
			if (this.time.said()) {
				line.time = this.time;
				line.guess("spans", this.timeConfidence, "time", this.time.words());
			}
		}
		if (!this.remarks.isEmpty()) {
			line.remark = (line.remark + " " + String.join("；", this.remarks)).strip();
		}
		String kept = this.left.strip().replaceAll("[；;，,、]+$", "").strip();
		line.text = (line.text.isEmpty() ? kept : (line.text + "\n" + kept)).strip();
		List<PaperIndicator> all = new ArrayList<>(IndicatorReading.text(this.left));
		all.addAll(this.named);
		if (!all.isEmpty()) {
			line.indicators.addAll(all);
			line.guess("indicators", 85, "indicator-words");
		}
		boolean often = !line.time.said() || line.time.spans().get(0).wholeYear();
		if (often && line.recurrence == null) {
			line.recurrence = TimeReading.recurrence(this.left.replaceAll("[（(].*?[)）]", " "));
			line.dueDay = (line.dueDay != null) ? line.dueDay : TimeReading.monthlyDay(this.left);
		}
	}

}
