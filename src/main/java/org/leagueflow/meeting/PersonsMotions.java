package org.leagueflow.meeting;

import java.util.Collection;
import java.util.Map;

/**
 * Puts motions of other modules on the agendas of units: a paper with a line per person.
 * What a meeting decides comes as {@link PersonsDecided}; after a void meeting the motion
 * waits again. Every call joins the caller's transaction.
 */
public interface PersonsMotions {

	/** More persons than this fit on no paper. */
	int MAX_PERSONS = org.leagueflow.ballot.Paper.MAX_LINES;

	/**
	 * Puts it on the agenda of the unit, for its next meeting of that kind.
	 * @return the agenda entry
	 */
	long put(PersonsMotion motion);

	/**
	 * Takes it off the agenda, also out of a meeting that has not decided on it yet; does
	 * nothing when it was decided.
	 */
	void withdraw(long entryId);

	/** Where these stand, by agenda entry; those that nobody put are left out. */
	Map<Long, PersonsMotionStanding> standings(Collection<Long> entries);

}
