package org.leagueflow.meeting;

/**
 * A process's say before a ballot opens on one of its cases: beans of this type are asked
 * and refuse what the meeting cannot know.
 */
public interface BallotGuard {

	/**
	 * @throws org.leagueflow.kernel.Refusal when this meeting may not decide on the case
	 */
	void beforeBallot(WaitingItem item);

}
