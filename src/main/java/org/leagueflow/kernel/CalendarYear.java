package org.leagueflow.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the holiday calendar says about one year.
 *
 * @param sureness how much it knows
 * @param exceptions true for a make-up working day (调休上班), false for a holiday; every
 * other day goes by its weekday
 */
record CalendarYear(WorkingDays.Sureness sureness, Map<LocalDate, Boolean> exceptions) {

	static final CalendarYear WEEKENDS_ONLY = new CalendarYear(WorkingDays.Sureness.FALLBACK, Map.of());

	boolean workday(LocalDate day) {
		return this.exceptions.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
	}

}
