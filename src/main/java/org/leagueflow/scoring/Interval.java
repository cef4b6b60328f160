package org.leagueflow.scoring;

/**
 * Between which numbers a part of a formula lies.
 *
 * @param least the least, or null where nothing is known
 * @param most the most, or null where nothing is known
 */
record Interval(Rational least, Rational most) {

	static final Interval UNKNOWN = new Interval(null, null);

	static Interval of(Rational number) {
		return new Interval(number, number);
	}

	boolean mayBeZero() {
		return (this.least == null || this.least.signum() <= 0) && (this.most == null || this.most.signum() >= 0);
	}

	Interval plus(Interval other) {
		return new Interval((this.least != null && other.least != null) ? this.least.plus(other.least) : null,
				(this.most != null && other.most != null) ? this.most.plus(other.most) : null);
	}

	/** Times a factor above zero. */
	Interval times(Rational factor) {
		return new Interval((this.least != null) ? this.least.times(factor) : null,
				(this.most != null) ? this.most.times(factor) : null);
	}

	Interval subtractedFrom(Rational number) {
		return new Interval((this.most != null) ? number.minus(this.most) : null,
				(this.least != null) ? number.minus(this.least) : null);
	}

	Interval capped(Rational min, Rational max) {
		Rational low = (this.least == null) ? min : (min != null) ? this.least.max(min) : this.least;
		Rational high = (this.most == null) ? max : (max != null) ? this.most.min(max) : this.most;
		return new Interval((low != null && max != null) ? low.min(max) : low,
				(high != null && min != null) ? high.max(min) : high);
	}

	Interval rounded(RoundingRule rule) {
		if (rule.scale() < 0 || rule.scale() > RoundingRule.MAX_SCALE) {
			return UNKNOWN;
		}
		return new Interval((this.least != null) ? Rational.of(rule.round(this.least)) : null,
				(this.most != null) ? Rational.of(rule.round(this.most)) : null);
	}

}
