package org.leagueflow.meeting;

import java.util.Set;

/**
 * Says who of a motion on persons still stands when its ballot opens; implemented by the
 * module that put the motion.
 */
public interface PersonsStanding {

	/** The matter of its motions, {@code <process>-<box>}. */
	String matter();

	/** The persons who still stand; others are taken off the paper before it opens. */
	Set<Long> standing(long entryId);

}
