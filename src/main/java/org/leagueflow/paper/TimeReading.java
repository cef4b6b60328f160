package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.kernel.ChineseNumber;

/** What words of time say: {@code 7-8月}, {@code 3月底前}, {@code 每季度末}, {@code 贯穿全年}. */
final class TimeReading {

	private static final int SURE = 95;

	private static final Pattern CHINESE_MONTH = Pattern
		.compile("(十[一二]?|[一二三四五六七八九])(?=月|[、,和及至到-](?:十[一二]?|[一二三四五六七八九])月)");

	private static final Pattern YEAR = Pattern.compile("(?:20\\d\\d|[二两]〇[〇一二三四五六七八九]{2})年度?|本年|今年|当年");

	private static final Pattern NEXT = Pattern.compile("次年|翌年|明年|第二年");

	private static final Pattern WHOLE = Pattern.compile("全年|贯穿|常年|全学年|整年|长期|日常|持续|全程|年内|经常|不定期|按需");

	private static final Pattern DAYS = Pattern
		.compile("(>?)(\\d{1,2})月(\\d{1,2})[日号]?(?:-|至|到)(?:(>?)(\\d{1,2})月)?(\\d{1,2})[日号]?");

	private static final Pattern RANGE = Pattern
		.compile("(>?)(\\d{1,2})月?份?(?:上旬|中旬|下旬|初|中|底|末)?(?:-+|至|到)(>?)(\\d{1,2})月份?(上旬|中旬|下旬|初|中|底|末)?");

	private static final Pattern LIST = Pattern.compile("(\\d{1,2})月?份?[、,，和及](?=(?:\\d{1,2}月?份?[、,，和及])*\\d{1,2}月)");

	private static final Pattern DAY = Pattern.compile("(>?)(\\d{1,2})月(\\d{1,2})[日号](前|之前|以前)?");

	private static final Pattern MONTH = Pattern.compile("(>?)(\\d{1,2})月份?(上旬|中旬|下旬|初|底|末)?");

	private static final Pattern DATE = Pattern
		.compile("(?:20\\d\\d[./-])?(?<![\\d.])(\\d{1,2})[./-](\\d{1,2})(?![\\d%])");

	private static final Pattern QUARTER = Pattern.compile("第?([一二三四1234])季度");

	private static final Pattern PLAIN = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

	private static final Pattern MONTHLY_DAY = Pattern.compile("每月(\\d{1,2})[日号]");

	private final String words;

	private String left;

	private final Set<MonthSpan> spans = new LinkedHashSet<>();

	private boolean wrong;

	private PaperRecurrence recurrence;

	private Integer dueDay;

	private boolean whole;

	private TimeReading(String words) {
		this.words = words;
		String half = PaperText.tight(PaperText.half(words));
		half = CHINESE_MONTH.matcher(half.replace("元月", "1月"))
			.replaceAll((month) -> Integer.toString(number(month.group(1))));
		// What lies in the year after is marked, the plan's own year is left out.
		this.left = YEAR.matcher(NEXT.matcher(half).replaceAll(">")).replaceAll("");
	}

	/**
	 * Reads a cell or heading that says when.
	 * @param column whether it stands under a heading that says so, where {@code 3} is
	 * March
	 */
	static Time of(String words, boolean column) {
		return new TimeReading(words).read(column);
	}

	/** Whether the words are a month, or months, and nothing else: {@code 3月份工作安排：}. */
	static boolean heading(String words) {
		String tight = PaperText.tight(PaperText.half(words));
		if (tight.length() > 18) {
			return false;
		}
		Time time = of(words, false);
		String rest = CHINESE_MONTH.matcher(tight)
			.replaceAll("1")
			.replaceAll(
					"20\\d\\d年度?|\\d{1,2}|月份?|[-至到、,和及.:()#*]|重点|主要|工作|任务|安排|计划|内容|事项|要点|上旬|中旬|下旬|第?[一二三四]季度|上半年|下半年|其中|贯穿|全年|常年|日常|的",
					"");
		return (!time.spans().isEmpty() || time.wholeYear()) && rest.isEmpty();
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
		take(RANGE,
				(m) -> span(month(m.group(1), m.group(2)), month(m.group(3), m.group(4)), null, lastDay(m.group(5))));
		take(LIST, (m) -> span(month("", m.group(1)), month("", m.group(1)), null, null));
		take(DAY, (m) -> span(month(m.group(1), m.group(2)), month(m.group(1), m.group(2)),
				(m.group(4) != null) ? null : day(m.group(3)), day(m.group(3))));
		take(MONTH, (m) -> span(month(m.group(1), m.group(2)), month(m.group(1), m.group(2)), firstDay(m.group(3)),
				lastDay(m.group(3))));
		if (this.recurrence == null) {
			take(QUARTER, (m) -> {
				int quarter = "一二三四1234".indexOf(m.group(1)) % 4;
				span(quarter * 3 + 1, quarter * 3 + 3, null, null);
			});
		}
		take(Pattern.compile("上半年"), (m) -> span(1, 6, null, null));
		take(Pattern.compile("下半年"), (m) -> span(7, 12, null, null));
		take(Pattern.compile("暑假|暑期"), (m) -> span(7, 8, null, null));
		if (column && this.spans.isEmpty() && !this.wrong) {
			dates();
			Matcher plain = PLAIN.matcher(this.left);
			if (this.spans.isEmpty() && plain.matches()) {
				int from = Integer.parseInt(plain.group(1));
				span(from, (plain.group(2) != null) ? Integer.parseInt(plain.group(2)) : from, null, null);
			}
		}
		if (this.spans.isEmpty() && !this.wrong && (this.whole || this.recurrence != null)) {
			this.spans.add(MonthSpan.YEAR);
		}
		List<MonthSpan> sorted = new ArrayList<>(this.spans);
		sorted.sort(Comparator.comparingInt(MonthSpan::from));
		return new Time(this.words.strip(), sorted, this.dueDay, this.recurrence, this.whole, this.wrong,
				sorted.isEmpty() ? 0 : SURE);
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
		if (words.matches("(?s).*(双周|每两周|两周一|隔周|每2周).*")) {
			return PaperRecurrence.FORTNIGHTLY;
		}
		if (words.matches("(?s).*(每周|一周一|每星期|每个星期|周例会).*")) {
			return PaperRecurrence.WEEKLY;
		}
		if (words.matches("(?s).*(每季|季度末|一季度一|按季).*")) {
			return PaperRecurrence.QUARTERLY;
		}
		if (words.matches("(?s).*(每半年|半年一).*")) {
			return PaperRecurrence.HALF_YEARLY;
		}
		return words.matches("(?s).*(每月|每个月|一月一|按月|逐月).*") ? PaperRecurrence.MONTHLY : null;
	}

	private void dates() {
		List<int[]> found = new ArrayList<>();
		Matcher date = DATE.matcher(this.left);
		while (date.find()) {
			found.add(new int[] { Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)) });
		}
		if (found.size() == 2) {
			span(found.get(0)[0], found.get(1)[0], found.get(0)[1], found.get(1)[1]);
		}
		else {
			found.forEach((one) -> span(one[0], one[0], one[1], one[1]));
		}
	}

	private void take(Pattern pattern, java.util.function.Consumer<Matcher> taken) {
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
		return Integer.parseInt(digits) + (">".equals(next) ? 12 : 0);
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
		int last = to;
		if (from > to && from <= 12 && to <= 12) {
			last = to + 12; // 11月-1月
		}
		boolean days = (fromDay == null || (fromDay >= 1 && fromDay <= 31))
				&& (toDay == null || (toDay >= 1 && toDay <= 31));
		boolean months = from >= 1 && (from - 1) % 12 + 1 == ((from > 12) ? from - 12 : from) && from <= MonthSpan.LAST
				&& last <= MonthSpan.LAST;
		boolean written = to <= 12 || this.words.matches("(?s).*(次年|翌年|明年|第二年).*");
		if (!days || !months || !written || (from > 12 && !this.words.matches("(?s).*(次年|翌年|明年|第二年).*"))) {
			this.wrong = true;
			return;
		}
		this.spans.add(new MonthSpan(from, last, fromDay, toDay));
	}

	/**
	 * A time as it was read.
	 *
	 * @param wrong whether a month or day is written that does not exist
	 */
	record Time(String words, List<MonthSpan> spans, Integer dueDay, PaperRecurrence recurrence, boolean wholeYear,
			boolean wrong, int confidence) {

		static final Time NONE = new Time("", List.of(), null, null, false, false, 0);

		boolean said() {
			return !this.spans.isEmpty();
		}

	}

}
