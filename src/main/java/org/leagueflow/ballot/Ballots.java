package org.leagueflow.ballot;

import java.util.Collection;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * Electronic ballots, as whoever holds them sees them: a roll goes in, a sum comes out,
 * and nobody learns who chose what.
 */
public interface Ballots {

	/**
	 * Why the chair should think twice: with so few voters the result itself tells who
	 * voted how.
	 */
	Optional<Message> warning(int voters, DisclosureRule disclosure);

	/**
	 * Opens a ballot with keys of its own.
	 * @return its id; voters vote at {@code /ballots/{id}}
	 * @throws Refusal.Invalid when nobody may vote, or somebody may not be a teller
	 * @throws Refusal.Conflict when there is a {@link #warning} and the chair was not
	 * warned
	 */
	long open(Opening opening, Actor by);

	BallotState state(long ballot);

	Turnout turnout(long ballot);

	/** Whether the person is on the roll and has used the right to vote in no way yet. */
	boolean mayVote(long ballot, long person);

	/**
	 * Notes that a voter takes a paper instead of voting on the phone.
	 * @return false when the right to vote is used already
	 * @throws Refusal.Conflict when the ballot is closed
	 */
	boolean takePaper(long ballot, long person);

	/** Takes a paper back that was not filled in; the voter may vote again. */
	void returnPaper(long ballot, long person);

	/** Puts others in the tellers' place; confirmations given so far are void. */
	void replaceTellers(long ballot, long tellerOne, long tellerTwo, Collection<Long> conflicted, Actor by);

	/**
	 * Opens and counts a box that both tellers have shut, once the votes are counted that
	 * it waited for.
	 * @throws Refusal.Conflict when it is not shut, or its keys are lost
	 */
	BallotResult count(long ballot, Actor by);

	/** Nothing while the ballot is open, or when it is void. */
	Optional<BallotResult> result(long ballot);

	/**
	 * Gives up a ballot without counting it; it has to be held again.
	 * @param reason words, or the key of a message
	 */
	void voidIt(long ballot, String reason, Actor by);

	/** Leads whoever looks at a void ballot to the one that is held in its place. */
	void replace(long voided, long successor);

}
