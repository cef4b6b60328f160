package org.leagueflow.award;

import java.util.List;
import org.leagueflow.award.BranchBallots.Ballot;
import org.leagueflow.award.BranchBallots.Vote;
import org.leagueflow.award.BranchBallots.Voided;
import org.leagueflow.meeting.PersonsMotionStanding;

/**
 * The votes of the branches of a batch.
 *
 * @param again whether the reader may let a branch vote again
 */
record BranchBallotPage(Batch batch, BatchPlan plan, boolean runs, boolean again, List<Row> rows, List<Voided> voided) {

	public long decided() {
		return this.rows.stream().filter((row) -> row.ballot().decided()).count();
	}

	/**
	 * A branch's ballot.
	 *
	 * @param standing where the motion stands, or null when it was decided
	 */
	record Row(Ballot ballot, PersonsMotionStanding standing, List<Line> lines) {
	}

	/**
	 * Somebody on it.
	 *
	 * @param vote what came out, or null
	 */
	record Line(Nomination nomination, Vote vote) {
	}

}
