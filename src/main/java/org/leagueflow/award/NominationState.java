package org.leagueflow.award;

/** Where a nomination stands. */
enum NominationState {

	/** Nominated or applied for; the conditions are checked when the time is over. */
	NOMINATED,
	/** Meets the conditions and is ranked. */
	ELIGIBLE,
	/** Lacks a condition. */
	UNMET,
	/** Found no majority in the branch's ballot. */
	OUTVOTED,
	/** Sent back by a level above. */
	RETURNED,
	/** An upheld objection took it off the list. */
	STRUCK,
	/** Taken back by the subject, or by who nominated. */
	WITHDRAWN;

	/** Whether it may be taken up again while nominations are open. */
	boolean mayReturn() {
		return this == WITHDRAWN || this == RETURNED;
	}

	/** Whether it still takes part. */
	boolean live() {
		return this == NOMINATED || this == ELIGIBLE;
	}

}
