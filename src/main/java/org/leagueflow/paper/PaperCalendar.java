package org.leagueflow.paper;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.TimeReading.Time;

/**
 * The year of a plan, by which its words of time are read.
 *
 * @param year null where the paper does not say
 * @param school whether it begins in September, so that January is next year's
 */
record PaperCalendar(Integer year, boolean school) {

	/** What is looked through for a year. */
	private static final int MAX_CHARACTERS = 20_000;

	private static final Pattern YEAR = Pattern
		.compile("(?<!\\d)(20\\d\\d|二[〇零○0][〇零一二三四五六七八九]{2})\\s*(?:[-至]+\\s*(20\\d\\d)\\s*)?(学?年(?!级|月))");

	private static final Pattern SECOND_TERM = Pattern.compile("第二学期|下学期|春季学期");

	/** By the first title, else by the year that is named most. */
	static PaperCalendar of(List<SourceText> texts) {
		Map<Integer, Integer> counts = new HashMap<>();
		int looked = 0;
		for (SourceText text : texts) {
			String half = PaperText.half(text.text());
			Matcher matcher = YEAR.matcher(half);
			while (matcher.find()) {
				PaperCalendar said = said(matcher, half);
				if (PaperTitle.is(half) && half.strip().length() <= PaperTitle.MAX_LENGTH) {
					return said;
				}
				counts.merge(said.year(), 1, Integer::sum);
			}
			looked += half.length();
			if (looked > MAX_CHARACTERS) {
				break;
			}
		}
		return new PaperCalendar(
				counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null),
				false);
	}

	private static PaperCalendar said(Matcher matcher, String text) {
		int first = year(matcher.group(1));
		boolean school = matcher.group(3).startsWith("学") && !text.contains("年度工作");
		if (school && SECOND_TERM.matcher(text).find()) {
			return new PaperCalendar((matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : first + 1,
					false);
		}
		return new PaperCalendar(first, school);
	}

	private static int year(String words) {
		if (words.matches("\\d+")) {
			return Integer.parseInt(words);
		}
		int year = 0;
		for (char sign : words.toCharArray()) {
			year = year * 10 + Math.max(0, "〇一二三四五六七八九".indexOf(sign));
		}
		return year;
	}

	Time time(String words, boolean column) {
		Time time = TimeReading.of(words, column, this.year);
		return this.school ? time.schoolYear() : time;
	}

	Time days(Time month, String words) {
		return TimeReading.days(month, words);
	}

	/**
	 * The day of a week that a row names by its first and last; the week where it does
	 * not.
	 */
	Time weekday(Time week, int day) {
		if (this.year == null || week.spans().size() != 1) {
			return week;
		}
		MonthSpan span = week.spans().get(0);
		LocalDate first = span.firstDay(this.year);
		LocalDate found = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day)));
		if (span.fromDay() == null || span.toDay() == null || found.isAfter(span.lastDay(this.year))
				|| first.plusDays(7).isBefore(span.lastDay(this.year))) {
			return week;
		}
		int month = (found.getYear() - this.year) * 12 + found.getMonthValue();
		return new Time(week.words(),
				List.of(new MonthSpan(month, month, found.getDayOfMonth(), found.getDayOfMonth())), null, null, false,
				false, "", week.confidence());
	}

}
