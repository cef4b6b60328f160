package org.leagueflow.deadline;

import java.time.LocalDate;

/**
 * How far a deadline may be extended.
 *
 * @param due the last day without any extension
 * @param limit the last day with one
 */
public record Extensible(LocalDate due, LocalDate limit) {

	/** The first day that extends anything. */
	public LocalDate from() {
		return this.due.plusDays(1);
	}

}
