package org.leagueflow.voting;

/** How a meeting dealt with an item. */
public enum Outcome {

	/** The votes in favour reached what the rule asks. */
	PASSED,
	/** They did not. */
	FAILED,
	/** The meeting had no quorum: votes are not counted, the item waits again. */
	VOID

}
