package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.ballot.Turnout;

/**
 * An item's electronic ballot as the meeting's page shows it.
 *
 * @param mode electronic only, or papers as well
 * @param turnout how many have used their right to vote; never how
 * @param ended whether voting is over
 * @param counted whether the box was opened and counted
 * @param voter whether the reader may still vote
 * @param without who may be handed a paper; only for whoever runs the meeting
 * @param with who has one
 */
record BoxLine(long ballot, BallotMode mode, Turnout turnout, boolean ended, boolean counted, boolean voter,
		List<MeetingPage.Choice> without, List<MeetingPage.Choice> with) {
}
