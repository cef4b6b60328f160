package org.leagueflow.publicity;

/** Where an objection stands. */
enum ObjectionState {

	/** Waits for the committee. */
	OPEN,
	/** Found to be right. */
	UPHELD,
	/** Looked into and found wrong. */
	DISMISSED

}
