package org.leagueflow.inbox;

import org.leagueflow.engine.Task;
import org.leagueflow.kernel.CaseId;

/**
 * Who may act on an item.
 *
 * @param key the one key whose holder may act
 * @param role the role it is answered in, or null when in person
 * @param unitId the unit at which that role is held, or null
 * @param climbed whether nobody held the role at its own level
 */
record Holder(String key, String role, Long unitId, boolean climbed) {

	static String person(long personId) {
		return "p:" + personId;
	}

	static String seat(String role, long unitId) {
		return "r:" + role + ":" + unitId;
	}

	static String members(long unitId) {
		return "m:" + unitId;
	}

	static String part(String role, CaseId caseId) {
		return "c:" + role + ":" + caseId;
	}

	/** The same seat while one person has the task in hand. */
	Holder inHandOf(Task task) {
		return (task.assignee() != null) ? new Holder(person(task.assignee()), this.role, this.unitId, this.climbed)
				: this;
	}

}
