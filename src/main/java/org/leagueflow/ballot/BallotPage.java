package org.leagueflow.ballot;

import java.util.Base64;
import java.util.List;

/**
 * What the voter's page shows, and what its script needs.
 *
 * @param claim how the right to vote was used, or had been when voting ended: SIGNATURE,
 * PAPER, or null
 * @param signKey the key that papers are signed with, Base64; null in practice
 * @param boxKey the point that envelopes are sealed to, Base64; null in practice
 * @param edition of the envelopes; null in practice
 * @param voter the reader's number, under which the browser keeps an unfinished vote
 * @param voting whether the reader is on the roll
 */
record BallotPage(long id, String title, Paper.Form form, int seats, List<Paper.Line> lines, List<Mark> marks,
		BallotState state, String claim, String signKey, String boxKey, Integer edition, String fingerprint, long voter,
		boolean voting, boolean teller, Turnout turnout, String voidReason, Lineage lineage) {

	static BallotPage of(Ballot ballot, String claim, long voter, boolean voting, Turnout turnout, Lineage lineage) {
		return new BallotPage(ballot.id(), ballot.title(), ballot.paper().form(), ballot.paper().seats(),
				ballot.paper().lines(), ballot.paper().marks(), ballot.state(), claim, base64(ballot.signKey()),
				base64(ballot.boxKey()), ballot.edition(), ballot.fingerprint(), voter, voting, ballot.isTeller(voter),
				turnout, ballot.voidReason(), lineage);
	}

	/** A paper to try it out; nothing of it leaves the browser. */
	static BallotPage practice(Paper paper, String title, long voter) {
		return new BallotPage(0, title, paper.form(), paper.seats(), paper.lines(), paper.marks(), BallotState.OPEN,
				null, null, null, null, null, voter, true, false, null, null, Lineage.NONE);
	}

	public boolean isPractice() {
		return this.id == 0;
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

}
