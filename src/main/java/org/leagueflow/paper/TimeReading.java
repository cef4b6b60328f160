package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.kernel.ChineseNumber;

/** What words of time say: {@code 7-8月}, {@code 3月底前}, {@code 每季度末}, {@code 贯穿全年}. */
final class TimeReading {

	private static final int SURE = 95;

	private static final int MAX_HEADING = 26;

	private static final String ONE = "十[一二]?|[一二三四五六七八九]";

	private static final Pattern CHINESE_MONTH = Pattern
		.compile("(" + ONE + ")(?=月|(?:[、,和及与至到-](?:次年|翌年)?(?:" + ONE + "))+月)");

	private static final Pattern CHINESE_DAY = Pattern
		.compile("(?<=\\d月|至|到|-)([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号])");

	private static final Pattern CHINESE_COUNT = Pattern.compile("(?<=每)([二两三四])(?=个?月)");

	private static final Pattern YEAR = Pattern.compile("(?:20\\d\\d|[二两]〇[〇一二三四五六七八九]{2})(?:学?年度?)|本年度?|今年|当年");

	private static final Pattern NEXT = Pattern.compile("次年|翌年|明年|第二年|来年|下一?年(?!度?级)");

	private static final Pattern WHOLE = Pattern
		.compile("贯穿全年|全年贯穿|贯穿于?全年|全年|贯穿始终|贯穿|常年|全学年|整年|长期坚持|长期|日常|持续推进|持续|全程|年内|常态化|经常性?|不定期|按需|适时|随时");

	private static final Pattern DAYS = Pattern
		.compile("(>?)(\\d{1,2})月(\\d{1,2})[日号]?(?:-+|至|到)(?:(>?)(\\d{1,2})月)?(\\d{1,2})[日号]?(?!月)");

	private static final Pattern RANGE = Pattern
		.compile("(>?)(\\d{1,2})月?份?(上旬|中旬|下旬|初|中|底|末)?(?:-+|至|到)(>?)(\\d{1,2})月份?(上旬|中旬|下旬|初|中|底|末)?");

	private static final Pattern LIST = Pattern
		.compile("(\\d{1,2})月?份?[、,和及与/&\\n](?=(?:\\d{1,2}月?份?[、,和及与/&\\n])*\\d{1,2}(?:月|(?:-+|至|到)\\d{1,2}月))");

	private static final Pattern DAY = Pattern.compile("(>?)(\\d{1,2})月(\\d{1,2})[日号](前(?!后)|之前|以前)?");

	private static final Pattern MONTH = Pattern.compile("(>?)(\\d{1,2})月份?(上旬|中旬|下旬|初|底|末)?");

	private static final Pattern DATE = Pattern
		.compile("(?:20\\d\\d[./-])?(?<![\\d.])(\\d{1,2})[./](\\d{1,2})(?![\\d%])");

	private static final Pattern QUARTER = Pattern.compile("第?([一二三四1234])(?:(?:-+|至|到|、)第?([一二三四1234]))?季度(末|底)?");

	private static final Pattern PLAIN = Pattern.compile("(\\d{1,2})(?:(?:-+|至|到)(\\d{1,2}))?");

	private static final Pattern DAY_ONLY = Pattern.compile("(\\d{1,2})[日号]?(?:(?:-+|至|到)(\\d{1,2})[日号]?)?(前)?");

	/** 24-3.2: from a day of the month that stands elsewhere to one of the next. */
	private static final Pattern DAYS_OVER = Pattern.compile("(\\d{1,2})[日号]?(?:-+|至|到)(\\d{1,2})[.月/](\\d{1,2})[日号]?");

	private static final Pattern MONTHLY_DAY = Pattern.compile("每个?月(?:的)?(\\d{1,2})[日号]");

	private static final Pattern FILLER = Pattern
		.compile("月度|重点|主要|工作|任务|安排|计划|内容|事项|要点|活动|其中|完成|以前|之前|以后|左右|期间|校历|时间|月初|月底|月末|[年的份月前底末初起第周内旬上中下共青团]"
				+ "|[-至到、,，和及与.:;。()\\[\\]【】<>《》\"“”#*·/&\\s]");

	private static final String NUMBER = "(?:\\d{1,2}|" + ONE + "|元)";

	/** A time at the beginning of a line: {@code 【四月】}, {@code 9月至10月：}, {@code 第一季度}. */
	private static final Pattern LEAD = Pattern
		.compile("\\s*(?<open>[\\[【(<《])?\\s*(?:(?:20\\d\\d|二[〇零○][〇零一二三四五六七八九]{2})\\s*年\\s*)?" + "(?<time>" + NUMBER
				+ "\\s*(?:月份?)?(?:\\s*(?:-+|至|到|、|和|及|与|,|/)\\s*(?:次年|翌年|明年)?\\s*" + NUMBER + "\\s*(?:月份?)?)*(?<=月|份)"
				+ "(?:上旬|中旬|下旬)?|第?[一二三四1234]季度|上半年|下半年|全年|寒假|暑假|暑期|贯穿全年)"
				+ "(?<work>\\s*(?:的?(?:重点|主要)?工作(?:安排|计划|重点|要点|任务)?|重点))?\\s*(?<close>[\\]】)>》])?\\s*(?<sign>[:,、]|-{1,2}|\\s)?\\s*");

	private final String words;

	private String left;

	private final Set<MonthSpan> spans = new LinkedHashSet<>();

	private boolean wrong;

	private PaperRecurrence recurrence;

	private Integer dueDay;

	private boolean whole;

	private TimeReading(String words, Integer year) {
		this.words = words;
		String half = PaperText.tight(PaperText.half(oneLine(words)).replaceAll("[√✓✔]", ""));
		half = half.replaceAll("寒[、和及]?暑假", "寒假、暑假")
			.replace("元月", "1月")
			.replace("正月", "1月")
			.replace("零", "〇")
			.replace("月份月", "月");
		half = CHINESE_COUNT.matcher(half).replaceAll((count) -> Integer.toString(number(count.group(1))));
		half = CHINESE_MONTH.matcher(half).replaceAll((month) -> Integer.toString(number(month.group(1))));
		half = CHINESE_DAY.matcher(half).replaceAll((day) -> Integer.toString(number(day.group(1))));
		if (year != null) {
			half = half.replace((year + 1) + "年", "次年");
		}
		// What lies in the year after is marked, the plan's own year is left out.
		this.left = YEAR.matcher(NEXT.matcher(half).replaceAll(">")).replaceAll("");
	}

	/**
	 * Reads a cell or heading that says when.
	 * @param column whether it stands under a heading that says so, where {@code 3} is
	 * March
	 * @param year of the plan, or null
	 */
	static Time of(String words, boolean column, Integer year) {
		return new TimeReading(words, year).read(column);
	}

	/** Whether the words are a month, or months, and nothing else: {@code 3月份工作安排：}. */
	static boolean heading(String words) {
		if (PaperText.tight(words).length() > MAX_HEADING) {
			return false;
		}
		Time time = of(words, false, null);
		return (time.said() || time.wrong()) && time.recurrence() == null && time.rest().isEmpty();
	}

	/** The days of a month that another cell names: {@code 16-29}, {@code 5日}. */
	static Time days(Time month, String words) {
		String tight = PaperText.tight(PaperText.half(words));
		Matcher days = DAY_ONLY.matcher(tight);
		Matcher over = DAYS_OVER.matcher(tight);
		if (month.said() && over.matches()) {
			return of(((month.spans().get(0).from() - 1) % 12 + 1) + "月" + over.group(1) + "日至" + over.group(2) + "月"
					+ over.group(3) + "日", true, null)
				.written(words.strip());
		}
		if (month.said() && tight.matches("[上中下]旬|月[初中底末]") && month.spans().get(0).from() <= 12) {
			return of(month.spans().get(0).from() + "月" + tight.replaceFirst("^月", ""), true, null)
				.written(words.strip());
		}
		if (!month.said() || !days.matches()) {
			return Time.NONE;
		}
		int from = Integer.parseInt(days.group(1));
		int to = (days.group(2) != null) ? Integer.parseInt(days.group(2)) : from;
		MonthSpan of = month.spans().get(0);
		int last = (to < from) ? of.from() + 1 : of.from();
		if (from < 1 || from > 31 || to < 1 || to > 31 || last > MonthSpan.LAST) {
			return new Time(words.strip(), List.of(), null, null, false, true, "", 0);
		}
		return new Time(words.strip(),
				List.of(new MonthSpan(of.from(), last, (days.group(3) != null) ? null : Integer.valueOf(from), to)),
				null, null, false, false, "", SURE);
	}

	/** The time with which a line begins, or null. */
	static Lead lead(String line) {
		Matcher lead = LEAD.matcher(PaperText.half(line));
		if (!lead.lookingAt()) {
			return null;
		}
		boolean closed = lead.group("close") != null;
		if ((lead.group("open") != null) != closed) {
			return null;
		}
		String rest = PaperText.half(line).substring(lead.end("time"));
		boolean day = rest.matches("(?s)\\s*(?:\\d{1,2}|[二三]?十?[一二三四五六七八九十])\\s*[日号].*");
		boolean due = rest.matches("(?s)\\s*(?:[初中底末]|\\d{1,2}日)?(?:之|以)?前.*") || rest.matches("(?s)\\s*[底末初].*");
		if (day || due) {
			return new Lead(0, '\0');
		}
		boolean ended = lead.end() == line.length();
		boolean spaced = lead.end() > 0 && PaperText.space(line.charAt(lead.end() - 1));
		char sign = closed ? '['
				: (lead.group("sign") != null) ? lead.group("sign").charAt(0) : ended ? ':' : spaced ? ' ' : '\0';
		if (sign != ':' && sign != '[' && lead.group("time").matches(".*全年|寒假|暑假|暑期")) {
			return null;
		}
		boolean work = lead.group("work") != null;
		if (sign == '\0' && rest.stripLeading().startsWith("(")) {
			return new Lead(lead.end(), '(');
		}
		if (sign == '\0' || (!ended && sign != ':' && sign != '[' && work)) {
			return new Lead(0, '\0');
		}
		return new Lead(lead.end(), Character.isWhitespace(sign) ? ' ' : sign);
	}

	/** Lines of a cell are a list of times, unless a word is written downwards. */
	private static String oneLine(String words) {
		return words.strip()
			.replaceAll("\\s*\\n\\s*(?=[月份日号年季度上中下至到—–-])|(?<=[至到—–-])\\s*\\n\\s*", "")
			.replaceAll("(?<=^|\\n)(\\p{IsHan})\\n(?=\\p{IsHan}(?:\\n|月))", "$1")
			.replace('\n', '、');
	}

	private static int number(String chinese) {
		return ChineseNumber.parse(chinese).orElseThrow().intValueExact();
	}

	private Time read(boolean column) {
		recurrence();
		this.whole = WHOLE.matcher(this.left).find();
		take(DAYS,
				(m) -> span(month(m.group(1), m.group(2)),
						(m.group(5) != null) ? month(m.group(4), m.group(5)) : month(m.group(1), m.group(2)),
						day(m.group(3)), day(m.group(6))));
		take(RANGE, (m) -> span(month(m.group(1), m.group(2)), month(m.group(4), m.group(5)), firstDay(m.group(3)),
				lastDay(m.group(6))));
		take(DAY, (m) -> span(month(m.group(1), m.group(2)), month(m.group(1), m.group(2)),
				(m.group(4) != null) ? null : day(m.group(3)), day(m.group(3))));
		take(LIST, (m) -> span(month("", m.group(1)), month("", m.group(1)), null, null));
		take(MONTH, (m) -> span(month(m.group(1), m.group(2)), month(m.group(1), m.group(2)), firstDay(m.group(3)),
				lastDay(m.group(3))));
		if (this.recurrence == null) {
			take(QUARTER, (m) -> {
				int first = ("一二三四1234".indexOf(m.group(1))) % 4;
				int last = (m.group(2) != null) ? ("一二三四1234".indexOf(m.group(2))) % 4 : first;
				boolean end = m.group(3) != null;
				span(end ? last * 3 + 3 : first * 3 + 1, last * 3 + 3, null, null);
			});
		}
		take(Pattern.compile("上半年"), (m) -> span(1, 6, null, null));
		take(Pattern.compile("下半年"), (m) -> span(7, 12, null, null));
		take(Pattern.compile("暑假|暑期"), (m) -> span(7, 8, null, null));
		take(Pattern.compile("寒假"), (m) -> span(1, 2, null, null));
		take(Pattern.compile("年初"), (m) -> span(1, 2, null, null));
		take(Pattern.compile("年中(?!心)"), (m) -> span(6, 6, null, null));
		take(Pattern.compile("年底|年末|年终|岁末"), (m) -> span(12, 12, null, null));
		if (column && this.spans.isEmpty() && !this.wrong) {
			dates();
			Matcher plain = PLAIN.matcher(this.left);
			if (this.spans.isEmpty() && plain.matches()) {
				int from = Integer.parseInt(plain.group(1));
				span(from, (plain.group(2) != null) ? Integer.parseInt(plain.group(2)) : from, null, null);
				this.left = "";
			}
			else if (this.spans.isEmpty() && this.left.matches("\\d{1,2}([、,/]\\d{1,2})+")) {
				for (String month : this.left.split("[、,/]")) {
					span(Integer.parseInt(month), Integer.parseInt(month), null, null);
				}
				this.left = "";
			}
		}
		boolean named = !this.spans.isEmpty();
		if (!named && !this.wrong && (this.whole || this.recurrence != null)) {
			this.spans.add(MonthSpan.YEAR);
		}
		List<MonthSpan> sorted = new ArrayList<>(this.spans);
		sorted.sort(Comparator.comparingInt(MonthSpan::from));
		return new Time(this.words.strip(), sorted, this.dueDay, this.recurrence, this.whole && !named, this.wrong,
				rest(), sorted.isEmpty() ? 0 : SURE);
	}

	/** What is no word of time. */
	private String rest() {
		String rest = WHOLE.matcher(this.left).replaceAll("");
		if (this.recurrence != null) {
			rest = rest.replaceAll("双周|每?两周|隔周|每2周|每周|每星期|每个?月|每个?季度?|每半年|半年|季度|按[月季]|逐月|[一二两三12]次|一[周月]", "");
		}
		return FILLER.matcher(rest.replace(">", "").replaceAll("第?[一二三四五六七八九十\\d]{1,3}周", "")).replaceAll("");
	}

	private void recurrence() {
		Matcher day = MONTHLY_DAY.matcher(this.left);
		if (day.find()) {
			this.dueDay = Math.min(31, Integer.parseInt(day.group(1)));
			this.left = day.replaceAll("每月");
		}
		this.recurrence = recurrence(this.left);
		if (this.recurrence != null && this.dueDay == null && this.left.matches(".*[底末].*")) {
			this.dueDay = 31;
		}
	}

	/** How often something comes back by these words, or null. */
	static PaperRecurrence recurrence(String words) {
		if (words.matches("(?s).*(双周|每两周|两周一|隔周|每2周|每半个?月|半月一).*")) {
			return PaperRecurrence.FORTNIGHTLY;
		}
		if (words.matches("(?s).*(每周|一周一|每星期|每个星期|周例会).*")) {
			return PaperRecurrence.WEEKLY;
		}
		if (words.matches("(?s).*(每个?季|季度末|一季度一|按季).*")) {
			return PaperRecurrence.QUARTERLY;
		}
		if (words.matches("(?s).*(每半年|半年一|每个?学期).*")) {
			return PaperRecurrence.HALF_YEARLY;
		}
		return words.matches("(?s).*(每月|每个月|一月一|按月|逐月).*") ? PaperRecurrence.MONTHLY : null;
	}

	/** The day of each month by which something comes back (每月25日前), or null. */
	static Integer monthlyDay(String words) {
		Matcher day = MONTHLY_DAY.matcher(PaperText.tight(PaperText.half(words)));
		return day.find() ? Integer.valueOf(Math.min(31, Integer.parseInt(day.group(1)))) : null;
	}

	private void dates() {
		List<int[]> found = new ArrayList<>();
		Matcher range = Pattern
			.compile("(?<![\\d.])(?:20\\d\\d[./-])?(\\d{1,2})[./](\\d{1,2})(?:-+|至|到)(\\d{1,2})(?![\\d./])")
			.matcher(this.left);
		if (range.find()) {
			int from = Integer.parseInt(range.group(1));
			span(from, from, Integer.valueOf(range.group(2)), Integer.valueOf(range.group(3)));
			this.left = range.replaceAll("");
			return;
		}
		Matcher date = DATE.matcher(this.left);
		while (date.find()) {
			found.add(new int[] { Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)) });
		}
		if (found.size() == 2) {
			span(found.get(0)[0], found.get(1)[0], found.get(0)[1], found.get(1)[1]);
		}
		else {
			boolean until = this.left.matches(".*\\d(?:之|以)?前(?!后).*");
			found.forEach((one) -> span(one[0], one[0], until ? null : Integer.valueOf(one[1]), one[1]));
		}
		this.left = found.isEmpty() ? this.left : DATE.matcher(this.left).replaceAll("");
		Matcher day = Pattern.compile("20\\d\\d-(\\d{1,2})-(\\d{1,2})").matcher(this.left);
		if (found.isEmpty() && day.find()) {
			span(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(1)), Integer.valueOf(day.group(2)),
					Integer.valueOf(day.group(2)));
			this.left = day.replaceAll("");
		}
	}

	private void take(Pattern pattern, Consumer<Matcher> taken) {
		Matcher matcher = pattern.matcher(this.left);
		StringBuilder rest = new StringBuilder();
		while (matcher.find()) {
			taken.accept(matcher);
			matcher.appendReplacement(rest, " ");
		}
		matcher.appendTail(rest);
		this.left = rest.toString();
	}

	private static int month(String next, String digits) {
		int month = Integer.parseInt(digits);
		return (month < 1 || month > 12) ? 0 : month + (">".equals(next) ? 12 : 0);
	}

	private static Integer day(String digits) {
		return Integer.valueOf(digits);
	}

	private static Integer firstDay(String part) {
		return "中旬".equals(part) ? Integer.valueOf(11) : "下旬".equals(part) ? Integer.valueOf(21) : null;
	}

	private static Integer lastDay(String part) {
		return ("上旬".equals(part) || "初".equals(part)) ? Integer.valueOf(10)
				: "中旬".equals(part) ? Integer.valueOf(20) : null;
	}

	private void span(int from, int to, Integer fromDay, Integer toDay) {
		int last = (from > to) ? to + 12 : to; // 11月-1月
		boolean days = (fromDay == null || (fromDay >= 1 && fromDay <= 31))
				&& (toDay == null || (toDay >= 1 && toDay <= 31));
		boolean back = from == to && fromDay != null && toDay != null && toDay < fromDay;
		if (from < 1 || to < 1 || !days || back || last > MonthSpan.LAST || last - from > 12
				|| (to <= 12 && from > 12)) {
			this.wrong = true;
			return;
		}
		this.spans.add(new MonthSpan(from, last, fromDay, toDay));
	}

	/**
	 * The time at the beginning of a line.
	 *
	 * @param end where the words behind it begin; 0 where it is part of the sentence
	 * (3月底前完成…)
	 * @param sign what parts it from them: a colon, comma, space, dash or {@code [} for a
	 * bracket around it; NUL for none
	 */
	record Lead(int end, char sign) {

		/** Whether it stands apart like a heading. */
		boolean clear() {
			return this.sign == ':' || this.sign == '[';
		}

	}

	/**
	 * A time as it was read.
	 *
	 * @param wrong whether a month or day is written that does not exist
	 * @param rest of the words, without those of time
	 */
	record Time(String words, List<MonthSpan> spans, Integer dueDay, PaperRecurrence recurrence, boolean wholeYear,
			boolean wrong, String rest, int confidence) {

		static final Time NONE = new Time("", List.of(), null, null, false, false, "", 0);

		boolean said() {
			return !this.spans.isEmpty();
		}

		/** Whether the words are of time and nothing else, and name months. */
		boolean pure() {
			return said() && this.rest.isEmpty();
		}

		LineKind kind() {
			if (!said()) {
				return this.words.isEmpty() ? LineKind.MAIN_TASK : LineKind.MONTHLY_ITEM;
			}
			return (this.recurrence != null || (this.spans.size() == 1 && this.spans.get(0).wholeYear()))
					? LineKind.ALL_YEAR_ITEM : LineKind.MONTHLY_ITEM;
		}

		/** From its beginning to the end of another. */
		Time until(Time end) {
			if (!said() || !end.said()) {
				return said() ? this : end;
			}
			MonthSpan first = this.spans.get(0);
			MonthSpan last = end.spans.get(end.spans.size() - 1);
			int to = (last.to() < first.from()) ? last.to() + 12 : last.to();
			return new Time(this.words + "—" + end.words,
					List.of(new MonthSpan(first.from(), to, first.fromDay(), last.toDay())), null, null, false,
					this.wrong || end.wrong, "", SURE);
		}

		/** Where a single day is named by which something is to be done. */
		Time deadline() {
			if (this.spans.size() != 1) {
				return this;
			}
			MonthSpan one = this.spans.get(0);
			boolean day = one.fromDay() != null && one.from() == one.to() && one.fromDay().equals(one.toDay());
			return !day ? this : new Time(this.words, List.of(new MonthSpan(one.from(), one.to(), null, one.toDay())),
					this.dueDay, this.recurrence, this.wholeYear, this.wrong, this.rest, this.confidence);
		}

		private Time written(String as) {
			return new Time(as, this.spans, this.dueDay, this.recurrence, this.wholeYear, this.wrong, this.rest,
					this.confidence);
		}

		/**
		 * The same for a plan that begins in September: what lies before it comes after.
		 */
		Time schoolYear() {
			if (this.spans.stream().allMatch((span) -> span.wholeYear() || span.from() > 7)) {
				return this;
			}
			List<MonthSpan> moved = this.spans.stream()
				.map((span) -> (span.from() <= 7 && !span.wholeYear() && span.to() <= 12)
						? new MonthSpan(span.from() + 12, span.to() + 12, span.fromDay(), span.toDay()) : span)
				.sorted(Comparator.comparingInt(MonthSpan::from))
				.toList();
			return new Time(this.words, moved, this.dueDay, this.recurrence, this.wholeYear, this.wrong, this.rest,
					this.confidence);
		}

	}

}
