package org.leagueflow.voting;

/**
 * An upper limit in whole numbers, rounded down.
 *
 * @param of of what it is a share
 * @param minOne whether a share below one allows one (不足一按一)
 */
public record Cap(int numerator, int denominator, Of of, boolean minOne) {

	public Cap {
		if (numerator < 0 || denominator <= 0 || numerator > denominator) {
			throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
		}
	}

	/** How many may be. */
	public int most(int whole) {
		int share = (int) ((long) whole * this.numerator / this.denominator);
		return (this.minOne && whole > 0) ? Math.max(1, share) : share;
	}

	/** Of what a cap is a share. */
	public enum Of {

		/** 参评人数: who is graded. */
		APPRAISED,
		/** 团支部团员人数: members on the roll, with or without a vote. */
		MEMBERS

	}

}
