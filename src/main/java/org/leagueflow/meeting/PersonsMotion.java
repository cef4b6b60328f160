package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.kernel.Subject;

/**
 * Asks that a unit's meeting vote on several persons on one paper, a line each, each
 * decided by itself.
 *
 * @param matter what is to be decided, {@code <process>-<box>}, a row of the tables of
 * that process
 * @param kind the kind of meeting that may decide it
 * @param unitId the unit whose meeting decides
 * @param title how the item reads on the agenda
 * @param persons whom the lines are about, each once; none of them counts the votes
 * @param numbersNeeded whether the numbers are needed, so that nobody votes where they
 * stay unpublished
 */
public record PersonsMotion(String matter, MeetingKind kind, long unitId, String title, List<Subject> persons,
		boolean numbersNeeded) {

	public PersonsMotion {
		persons = List.copyOf(persons);
	}

}
