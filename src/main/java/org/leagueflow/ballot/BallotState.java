package org.leagueflow.ballot;

/** Where an electronic ballot stands. */
public enum BallotState {

	/** Voters vote. */
	OPEN,
	/** Counted. */
	CLOSED,
	/** Declared void; nothing was counted and nothing can be any more. */
	VOID

}
