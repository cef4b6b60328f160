package org.leagueflow.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is said of a deadline while it is not met.
 *
 * @param step its name within the deadline; at most forty characters
 * @param from the first day on which it is said
 * @param everyDays after how many days it is said again; 0 for once only
 * @param say tells those concerned, in a transaction
 */
public record Reminder(String step, LocalDate from, int everyDays, Runnable say) {

	/** Said once. */
	public Reminder(String step, LocalDate from, Runnable say) {
		this(step, from, 0, say);
	}

	boolean due(LocalDate today) {
		return !today.isBefore(this.from);
	}

	/** The how-manieth time of saying it today would be, from 0. */
	int round(LocalDate today) {
		return (this.everyDays > 0) ? (int) (ChronoUnit.DAYS.between(this.from, today) / this.everyDays) : 0;
	}

}
