package org.leagueflow.meeting;

/**
 * A process's say in a ballot on one of its cases: beans of this type are asked and
 * refuse what the meeting cannot know.
 */
public interface BallotGuard {

	/**
	 * Asked before a ballot opens, and once more before its result becomes a resolution.
	 * @throws org.leagueflow.kernel.Refusal when this meeting may not decide on the case
	 */
	void beforeBallot(WaitingItem item);

	/**
	 * Asked before a count is taken in. A case that is no longer this meeting's is sent
	 * where it belongs ({@link Agenda#await}), which stops the open ballot.
	 * @return whether the ballot goes on
	 */
	boolean goesOn(WaitingItem item);

}
