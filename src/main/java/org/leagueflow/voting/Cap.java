package org.leagueflow.voting;

/**
 * An upper limit in whole numbers.
 *
 * @param of of what it is a share
 * @param minOne whether a share below one allows one (不足一按一)
 * @param rounding what becomes of a part of one; rounded down in ballots that were frozen
 * without it
 */
public record Cap(int numerator, int denominator, Of of, boolean minOne, Rounding rounding) {

	public Cap {
		if (numerator < 0 || denominator <= 0 || numerator > denominator) {
			throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
		}
		rounding = (rounding != null) ? rounding : Rounding.DOWN;
	}

	/** How many may be. */
	public int most(int whole) {
		long share = (long) whole * this.numerator;
		int most = (int) ((this.rounding == Rounding.HALF_UP) ? (2 * share + this.denominator) / (2L * this.denominator)
				: share / this.denominator);
		return (this.minOne && whole > 0) ? Math.max(1, most) : most;
	}

	/** Of what a cap is a share. */
	public enum Of {

		/** 参评人数: who is graded. */
		APPRAISED,
		/** 团支部团员人数: members on the roll, with or without a vote. */
		MEMBERS

	}

	/** What becomes of a part of one. */
	public enum Rounding {

		/** 去尾取整. */
		DOWN,
		/** 四舍五入. */
		HALF_UP

	}

}
