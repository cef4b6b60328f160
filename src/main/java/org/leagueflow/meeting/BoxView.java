package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.ballot.Turnout;
import org.leagueflow.people.PersonChoice;

/**
 * An item's electronic ballot as the meeting's page shows it.
 *
 * @param mode electronic only, or papers as well
 * @param turnout how many have used their right to vote; never how
 * @param ended whether voting is over
 * @param counted whether the box was opened and counted
 * @param voter whether the reader may still vote
 * @param without who may be handed a paper, those in the room first; only for whoever
 * runs the meeting
 * @param with who has one
 * @param written written opinions that count
 * @param smallest how many have to vote in each way for numbers to be published
 */
record BoxView(long ballot, BallotMode mode, Turnout turnout, boolean ended, boolean counted, boolean voter,
		List<PersonChoice> without, List<PersonChoice> with, int written, int smallest) {

	/** Votes that the tellers will count by hand. */
	public int byHand() {
		return this.with.size() + this.written;
	}

	/** Whether those who vote by hand, or by phone beside them, are too few as it is. */
	public boolean few() {
		int byPhone = this.without.size();
		return byHand() > 0 && byPhone > 0 && Math.min(byHand(), byPhone) < this.smallest;
	}

}
