package org.leagueflow.ballot;

/**
 * How many have used their right to vote.
 *
 * @param voters persons on the roll
 * @param signatures signatures given out
 * @param taken voters who took a paper instead
 */
public record Turnout(int voters, int signatures, int taken) {

	public int used() {
		return this.signatures + this.taken;
	}

}
