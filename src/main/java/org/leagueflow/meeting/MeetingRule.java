package org.leagueflow.meeting;

/**
 * What it takes to decide a matter: one row of the decision table {@code meeting}.
 *
 * @param presence the share of the entitled that must be in the room
 * @param passBase of what the votes in favour are a share
 * @param pass the share that passes
 * @param secret whether the ballot is secret (无记名)
 * @param written whether written opinions received before the start count as votes
 * @param text the rule in words
 * @param source where it is written
 */
record MeetingRule(Fraction presence, Base passBase, Fraction pass, boolean secret, boolean written, String text,
		String source) {

	/** How many must be in the room; nobody at all is never a meeting. */
	int quorum(int entitled) {
		return Math.max(1, this.presence.least(entitled));
	}

	boolean quorate(int present, int entitled) {
		return entitled > 0 && present >= 1 && this.presence.reachedBy(present, entitled);
	}

	/** How many votes in favour pass. */
	int needed(Tally tally) {
		return Math.max(1, this.pass.least(base(tally)));
	}

	Outcome outcome(Tally tally) {
		if (!quorate(tally.present(), tally.entitled())) {
			return Outcome.VOID;
		}
		return passed(tally) ? Outcome.PASSED : Outcome.FAILED;
	}

	private boolean passed(Tally tally) {
		int votes = this.written ? tally.votesFor() : tally.inFavour();
		return votes >= 1 && this.pass.reachedBy(votes, base(tally));
	}

	private int base(Tally tally) {
		return switch (this.passBase) {
			case ENTITLED -> tally.entitled();
			case PRESENT -> tally.present();
			case VALID -> this.written ? tally.valid() : tally.inFavour() + tally.against() + tally.abstained();
		};
	}

	/** Denominators of a vote. */
	enum Base {

		/** 应到. */
		ENTITLED,
		/** 实到. */
		PRESENT,
		/** 有效票, abstentions included. */
		VALID

	}

}
