package org.leagueflow.ballot;

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

	/** Both tellers have closed it on the ballot's own page. */
	void closed(BallotResult result, Actor by);

}
