package org.leagueflow.scoring;

/** What happens to equals of whom not all have a place (末位并列). */
public enum TiePolicy {

	/**
	 * All of them are in, beyond the places; not beyond the limit of a group, which gets
	 * nobody where they are too many for it.
	 */
	ALL_IN,
	/** None of them is in; the places stay empty. */
	NONE,
	/** The committee says in which order they come. */
	COMMITTEE,
	/** A lot says it, with its record. */
	LOT;

	/** Whether somebody has to decide first. */
	boolean waits() {
		return this == COMMITTEE || this == LOT;
	}

}
