package org.leagueflow.meeting;

import java.util.List;

/**
 * Who can vote in a ballot, as of its opening.
 *
 * @param entitled 应到
 * @param voters the persons in the room with a vote on this item; their number is 实到
 * @param opinions written opinions that count
 */
record EligibleVoters(int entitled, List<Long> voters, int opinions) {

	EligibleVoters {
		voters = List.copyOf(voters);
	}

	int present() {
		return this.voters.size();
	}

}
