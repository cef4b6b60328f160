package org.leagueflow.meeting;

import java.util.Map;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.voting.Outcome;

/**
 * One thing that meetings decide for a process, named {@code <process>-<box>} after the
 * box that waits for it. Implemented by a bean of the module that asks; how it is decided
 * stands in the tables of that process's folder.
 */
public interface DecisionMatter {

	/** {@code admission-branchMeeting}. */
	String name();

	/**
	 * Which meeting is to decide, and on what; asked whenever the case is listed, so
	 * again after a void meeting and when the unit that decides has changed.
	 */
	AgendaRequest request(CaseId caseId);

	/**
	 * Takes the result into the process's own records, in the transaction that decided
	 * and before the diagram goes on; told of void meetings, too.
	 */
	void decided(ItemDecided event);

	/**
	 * Told of what a committee decided in a meeting held outside this system, when a step
	 * of the case takes it over.
	 */
	default void outside(CaseId caseId, Outcome outcome) {
	}

	/**
	 * What the unit chose where the tables leave it a choice, as inputs of the tables
	 * beside {@code matter}; an input that is missing is null there.
	 */
	default Map<String, ?> choices(long unitId) {
		return Map.of();
	}

}
