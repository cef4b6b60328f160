package org.leagueflow.meeting;

/**
 * A process's say in a ballot on one of its cases: beans of this type are asked and
 * refuse what the meeting cannot know.
 */
public interface BallotGuard {

	/**
	 * Asked before a ballot opens.
	 * @throws org.leagueflow.kernel.Refusal when this meeting may not decide on the case
	 */
	void beforeBallot(WaitingItem item);

	/**
	 * Asked before a result becomes a resolution. A refusal holds up every line of a
	 * paper of several, so a process whose cases share a paper refuses nothing here.
	 * @throws org.leagueflow.kernel.Refusal when there must be no resolution on the case
	 */
	default void beforeResult(WaitingItem item) {
		beforeBallot(item);
	}

	/**
	 * Asked before a count is taken in. A case that is no longer this meeting's is sent
	 * where it belongs ({@link Agenda#await}), which stops the open ballot.
	 * @return whether the ballot goes on
	 */
	boolean goesOn(WaitingItem item);

}
