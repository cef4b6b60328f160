package org.leagueflow.ballot;

/**
 * A ballot that was void and the one that is held in its place.
 *
 * @param before the void ballot in whose place this one is held, or null
 * @param after the ballot that is held in the place of this void one, or null
 */
record Lineage(Long before, Long after) {

	/** Nothing was void. */
	static final Lineage NONE = new Lineage(null, null);

}
