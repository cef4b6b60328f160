package org.leagueflow.life;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A month in weeks from Monday to Sunday, with what was convened and held on each day.
 *
 * @param today the day of today, wherever it lies
 */
record MonthCalendar(YearMonth month, LocalDate today, List<List<Day>> weeks) {

	static MonthCalendar of(YearMonth month, LocalDate today, Map<LocalDate, List<LifeRecord>> meetings,
			Predicate<LocalDate> works) {
		List<List<Day>> weeks = new ArrayList<>();
		Period week = firstWeek(month);
		while (!week.first().isAfter(month.atEndOfMonth())) {
			weeks.add(week.first()
				.datesUntil(week.last().plusDays(1))
				.map((day) -> new Day(day, YearMonth.from(day).equals(month), !works.test(day),
						meetings.getOrDefault(day, List.of())))
				.toList());
			week = week.next();
		}
		return new MonthCalendar(month, today, weeks);
	}

	private static Period firstWeek(YearMonth month) {
		return Period.of(org.leagueflow.policy.Frequency.Per.WEEK, month.atDay(1));
	}

	/** The first day shown, which may lie in the month before. */
	static LocalDate firstDay(YearMonth month) {
		return firstWeek(month).first();
	}

	/** The last day shown, which may lie in the month after. */
	static LocalDate lastDay(YearMonth month) {
		return Period.of(org.leagueflow.policy.Frequency.Per.WEEK, month.atEndOfMonth()).last();
	}

	/** All meetings shown, those of the days around the month as well. */
	Stream<LifeRecord> shown() {
		return this.weeks.stream().flatMap(List::stream).flatMap((day) -> day.meetings().stream());
	}

	/** The meetings of the month itself; public because pages ask for it. */
	public List<LifeRecord> meetings() {
		return this.weeks.stream()
			.flatMap(List::stream)
			.filter(Day::inMonth)
			.flatMap((day) -> day.meetings().stream())
			.toList();
	}

	public YearMonth before() {
		return this.month.minusMonths(1);
	}

	public YearMonth after() {
		return this.month.plusMonths(1);
	}

	/**
	 * One day.
	 *
	 * @param off whether nobody works on it
	 */
	record Day(LocalDate day, boolean inMonth, boolean off, List<LifeRecord> meetings) {
	}

}
