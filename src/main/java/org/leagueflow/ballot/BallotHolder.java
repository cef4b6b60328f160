package org.leagueflow.ballot;

import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * The module that holds ballots, as a bean: says who else may look at one, and is told of
 * its end in the same transaction.
 */
public interface BallotHolder {

	/**
	 * Whether somebody who is neither voter nor teller may see roll, turnout and result.
	 */
	boolean mayWatch(long ballot, Actor reader);

	/** Where the ballot's pages lead back to, a path of this application. */
	Optional<String> home(long ballot);

	/**
	 * A ballot is about to be closed; lock here what {@link #closed} changes.
	 * @return whether it goes on; one that does not was declared void here
	 */
	boolean closing(long ballot);

	/**
	 * Where the tellers count other votes, such as papers, before anybody may learn what
	 * is in the box; then the holder has it counted with {@link Ballots#count}. Empty
	 * when there are none.
	 */
	Optional<String> countsFirst(long ballot);

	/** Both tellers have shut it; it stays sealed, as {@link #countsFirst} asked. */
	void shut(long ballot, Actor by);

	/** Both tellers have closed it on the ballot's own page, and it is counted. */
	void closed(BallotResult result, Actor by);

}
