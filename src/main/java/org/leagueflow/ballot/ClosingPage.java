package org.leagueflow.ballot;

/**
 * What a teller sees before closing.
 *
 * @param agreed whether this teller has agreed
 * @param otherAgreed whether the other one has
 * @param keysHere whether this node can open the box
 * @param first where other votes are counted before the box is, or null
 * @param home where the page leads back to, or null
 */
record ClosingPage(long id, String title, BallotState state, Turnout turnout, boolean agreed, boolean otherAgreed,
		boolean keysHere, String first, String home, Lineage lineage) {
}
