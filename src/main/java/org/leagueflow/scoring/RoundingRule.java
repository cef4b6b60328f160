package org.leagueflow.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a number is rounded. When it is rounded is said by the place in the formula where
 * the rule stands.
 *
 * @param scale decimal places that are kept
 */
public record RoundingRule(Mode mode, int scale) {

	/** More decimal places than this are no score. */
	public static final int MAX_SCALE = 6;

	/** Rounds exactly once, whatever digits follow. */
	public BigDecimal round(Rational exact) {
		return new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()), this.scale,
				this.mode.rounding);
	}

	/** Whole things, such as places. */
	public static RoundingRule whole(Mode mode) {
		return new RoundingRule(mode, 0);
	}

	/** What becomes of the digits behind. */
	public enum Mode {

		/** 去尾: the next lower. */
		FLOOR(RoundingMode.FLOOR),
		/** 进一: the next higher, unless it is exact. */
		CEILING(RoundingMode.CEILING),
		/** 四舍五入: a half goes away from zero. */
		HALF_UP(RoundingMode.HALF_UP),
		/** 四舍六入五成双: a half goes to the even digit. */
		HALF_EVEN(RoundingMode.HALF_EVEN),
		/** 整数加一、恰好整数不加: the whole part and one more, unless it is whole. */
		PLUS_ONE_UNLESS_WHOLE(RoundingMode.CEILING);

		private final RoundingMode rounding;

		Mode(RoundingMode rounding) {
			this.rounding = rounding;
		}

	}

}
