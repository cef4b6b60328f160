package org.leagueflow.quota;

/** What has become of a number. */
enum NumberState {

	/** Ready for the next case. */
	FREE,
	/** Held for a case from its pre-review on. */
	RESERVED,
	/** On a member's record. */
	USED,
	/** Spoilt, with a reason. */
	VOID

}
