package org.leagueflow.calendar;

import java.time.LocalDate;

/**
 * A day that differs from its weekday.
 *
 * @param kind HOLIDAY or WORKDAY
 */
record CalendarEntry(LocalDate day, String kind, String name, String source) {

	public boolean working() {
		return "WORKDAY".equals(this.kind);
	}

}
