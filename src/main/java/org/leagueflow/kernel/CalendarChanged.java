package org.leagueflow.kernel;

/**
 * The holiday calendar of a year was edited; whoever keeps a deadline counted in working
 * days looks again.
 */
public record CalendarChanged(int year) {
}
