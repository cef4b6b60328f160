package org.leagueflow.roster;

import java.time.LocalDate;

/** A person in the books, as far as a roster speaks of persons. */
record RosterKnown(long id, long unitId, String unitPath, String unitName, String name, LocalDate birthDate, String sex,
		String studentNumber, boolean partyMember, boolean active, LocalDate memberSince, String memberNumber,
		String phone, String idHash, boolean restricted) {

	/** Whether the person belongs to the branch or to a group within it. */
	boolean in(long branchId) {
		return this.unitPath.contains("/" + branchId + "/");
	}

}
