package org.leagueflow.meeting;

/** How votes are cast in a ballot. */
enum BallotMode {

	/** On paper, counted by two tellers. */
	PAPER,
	/** In the electronic ballot box. */
	ELECTRONIC,
	/** Each voter chooses paper or the electronic box; the sum of both is the result. */
	BOTH;

	boolean onPaper() {
		return this != ELECTRONIC;
	}

	boolean electronic() {
		return this != PAPER;
	}

}
