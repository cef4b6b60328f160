package org.leagueflow.calendar;

/**
 * A year of the calendar.
 *
 * @param complete whether the State Council's notice has been entered
 */
record YearEntry(int year, boolean complete, String source) {
}
