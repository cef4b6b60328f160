package org.leagueflow.voting;

/**
 * A share in whole numbers; never a decimal, because 2/3 has none.
 *
 * @param strict whether the share must be exceeded (超过) rather than reached
 */
public record Fraction(int numerator, int denominator, boolean strict) {

	public Fraction {
		if (numerator < 0 || denominator <= 0 || numerator > denominator) {
			throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
		}
	}

	public boolean reachedBy(int part, int whole) {
		long left = (long) part * this.denominator;
		long right = (long) whole * this.numerator;
		return this.strict ? left > right : left >= right;
	}

	/** The smallest part that reaches this share of the whole. */
	public int least(int whole) {
		long needed = (long) whole * this.numerator;
		return (int) (this.strict ? needed / this.denominator + 1 : (needed + this.denominator - 1) / this.denominator);
	}

}
