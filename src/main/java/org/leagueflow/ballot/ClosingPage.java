package org.leagueflow.ballot;

/**
 * What a teller sees before closing.
 *
 * @param agreed whether this teller has agreed
 * @param otherAgreed whether the other one has
 * @param keysHere whether this node can open the box
 */
record ClosingPage(long id, String title, BallotState state, Turnout turnout, boolean agreed, boolean otherAgreed,
		boolean keysHere) {
}
