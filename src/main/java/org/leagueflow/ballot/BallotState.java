package org.leagueflow.ballot;

/** Where an electronic ballot stands. */
public enum BallotState {

	/** Voters vote. */
	OPEN,
	/**
	 * Nobody votes any more; what is in the box stays sealed until other votes are
	 * counted.
	 */
	SHUT,
	/** Counted. */
	CLOSED,
	/** Declared void; nothing was counted and nothing can be any more. */
	VOID

}
