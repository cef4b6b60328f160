package org.leagueflow.plan;

import java.time.LocalDate;

/**
 * One time of recurring work.
 *
 * @param dueOn its last day
 * @param state OPEN, DONE or SKIPPED
 */
public record PlanOccurrence(long id, long assignmentId, LocalDate dueOn, String state, String reason, LocalDate doneOn,
		String byName) {

	public boolean open() {
		return this.state.equals("OPEN");
	}

}
