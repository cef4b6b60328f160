package org.leagueflow.roster;

import java.util.List;

/**
 * A line of a roster held against the books.
 *
 * @param known the person in the books whom the line means, or null when new
 * @param unitId the branch the line means, or null when it is not known
 */
record RosterMatch(RosterKnown known, Long unitId, List<RosterFinding> findings, List<RosterChange> changes) {

	public RosterRow.Plan plan() {
		if (this.known == null) {
			return RosterRow.Plan.NEW;
		}
		return this.changes.isEmpty() ? RosterRow.Plan.UNCHANGED : RosterRow.Plan.CHANGED;
	}

	public boolean refused() {
		return this.findings.stream().anyMatch(RosterFinding::error);
	}

}
