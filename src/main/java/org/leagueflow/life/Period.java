package org.leagueflow.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.leagueflow.policy.Frequency.Per;

/**
 * One week, fortnight, month or quarter of the calendar, from its first to its last day.
 */
record Period(Per per, LocalDate first, LocalDate last) {

	// A Monday; fortnights are counted from it in both directions.
	private static final LocalDate FIRST_FORTNIGHT = LocalDate.of(2024, 1, 1);

	/** The one in which the day lies. */
	static Period of(Per per, LocalDate day) {
		return switch (per) {
			case WEEK -> weeks(per, monday(day), 1);
			case FORTNIGHT -> weeks(per, fortnight(day), 2);
			case MONTH -> months(per, day.withDayOfMonth(1), 1);
			case QUARTER -> months(per, day.with(IsoFields.DAY_OF_QUARTER, 1), 3);
		};
	}

	private static LocalDate monday(LocalDate day) {
		return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private static LocalDate fortnight(LocalDate day) {
		LocalDate monday = monday(day);
		return monday.minusWeeks(Math.floorMod(ChronoUnit.WEEKS.between(FIRST_FORTNIGHT, monday), 2));
	}

	private static Period weeks(Per per, LocalDate first, int weeks) {
		return new Period(per, first, first.plusWeeks(weeks).minusDays(1));
	}

	private static Period months(Per per, LocalDate first, int months) {
		return new Period(per, first, first.plusMonths(months).minusDays(1));
	}

	Period next() {
		return of(this.per, this.last.plusDays(1));
	}

	Period previous() {
		return of(this.per, this.first.minusDays(1));
	}

	boolean contains(LocalDate day) {
		return !day.isBefore(this.first) && !day.isAfter(this.last);
	}

}
