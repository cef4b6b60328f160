package org.leagueflow.plan;

/**
 * What the five haves (五个有) ask of an item beside its owner: who takes part, where, what
 * it is about at this time, what is new.
 */
public record FiveHaves(String participants, String venue, String theme, String novelty) {

	static final FiveHaves NONE = new FiveHaves(null, null, null, null);

	/** How many of the five an item has; the first is its lead. */
	int count(boolean led) {
		int count = led ? 1 : 0;
		for (String one : new String[] { this.participants, this.venue, this.theme, this.novelty }) {
			count += (one != null) ? 1 : 0;
		}
		return count;
	}

}
