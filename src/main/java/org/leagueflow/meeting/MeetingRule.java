package org.leagueflow.meeting;

import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;

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
		return Math.max(1, this.pass.least(base(tally.entitled(), tally.present(), counted(tally).valid())));
	}

	/** What a decision by yes or no led to. */
	Outcome outcome(Tally tally) {
		Count counted = counted(tally);
		int inFavour = counted.lines().isEmpty() ? 0 : counted.of(0, Mark.FOR);
		return outcome(tally.entitled(), tally.present(), counted.valid(), inFavour);
	}

	/**
	 * What so many votes in favour led to.
	 * @param valid valid votes, abstentions included
	 */
	Outcome outcome(int entitled, int present, int valid, int inFavour) {
		if (!quorate(present, entitled)) {
			return Outcome.VOID;
		}
		boolean passed = inFavour >= 1 && this.pass.reachedBy(inFavour, base(entitled, present, valid));
		return passed ? Outcome.PASSED : Outcome.FAILED;
	}

	private int base(int entitled, int present, int valid) {
		return switch (this.passBase) {
			case ENTITLED -> entitled;
			case PRESENT -> present;
			case VALID -> valid;
		};
	}

	/** The votes that this rule counts. */
	private Count counted(Tally tally) {
		return this.written ? tally.votes() : tally.inPerson();
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
