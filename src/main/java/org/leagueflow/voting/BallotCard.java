package org.leagueflow.voting;

import org.leagueflow.ballot.Paper;

/**
 * A ballot that was counted, as pages and documents show it.
 *
 * @param no the how manieth on its item
 * @param kind why it was held
 * @param needed how many votes in favour were asked for; 0 where the most votes win
 * @param coarse whether so few voted that only the outcome may be published
 */
public record BallotCard(int no, Kind kind, Paper paper, VoteTally tally, Result result, int needed, boolean coarse) {

	/** This line alone, of a paper on which each line is decided by itself. */
	public BallotCard only(int line) {
		return new BallotCard(this.no, this.kind, this.paper.only(line), this.tally.only(line), this.result.only(line),
				this.needed, this.coarse);
	}

	/** Without anything that tells how many voted how. */
	public BallotCard withheld() {
		return new BallotCard(this.no, this.kind, this.paper, this.tally.withheld(), this.result.withheld(),
				this.needed, this.coarse);
	}

	/** As {@link #withheld()}, shown like a ballot of which only the outcome is told. */
	public BallotCard outcomeOnly() {
		return new BallotCard(this.no, this.kind, this.paper, this.tally.withheld(), this.result.withheld(),
				this.needed, true);
	}

	/** Why a ballot is held. */
	public enum Kind {

		/** The first on its item. */
		FIRST,
		/** Among those tied on the last seats; the most votes win (平票重投). */
		REVOTE,
		/** For seats that nobody won (另行选举). */
		FURTHER

	}

}
