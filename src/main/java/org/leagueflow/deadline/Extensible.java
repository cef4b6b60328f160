package org.leagueflow.deadline;

import java.time.LocalDate;

/**
 * How far a deadline may be extended.
 *
 * @param started the day that started the period; a longer or shorter period is still the
 * same deadline
 * @param due the last day without any extension
 * @param limit the last day with one
 */
public record Extensible(LocalDate started, LocalDate due, LocalDate limit) {

	/** The first day that extends anything and is not over. */
	LocalDate from(LocalDate today) {
		LocalDate next = this.due.plusDays(1);
		return next.isBefore(today) ? today : next;
	}

	/** Whether there is a day that it may be extended to. */
	boolean open(LocalDate today) {
		return !from(today).isAfter(this.limit);
	}

}
