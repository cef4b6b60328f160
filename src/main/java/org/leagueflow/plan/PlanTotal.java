package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far an indicator is.
 *
 * @param total the sum of what was reported, of a rate its numerator
 * @param ofTotal of a rate the denominator
 * @param reported whether anything was reported at all
 */
public record PlanTotal(BigDecimal total, BigDecimal ofTotal, boolean reported) {

	static final PlanTotal NONE = new PlanTotal(BigDecimal.ZERO, BigDecimal.ZERO, false);

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** Places behind the point of a percentage that is only shown. */
	private static final int SHOWN = 2;

	private static final int EXACT = 12;

	/**
	 * The value to show, or null where nothing was reported or a rate has no denominator.
	 */
	public BigDecimal value(PlanRollUp rollUp) {
		if (!this.reported || (rollUp == PlanRollUp.RATE && this.ofTotal.signum() == 0)) {
			return null;
		}
		return (rollUp == PlanRollUp.RATE)
				? this.total.multiply(HUNDRED).divide(this.ofTotal, SHOWN, RoundingMode.HALF_UP) : this.total;
	}

	/** As pages show it. */
	public String shown(PlanRollUp rollUp) {
		BigDecimal value = value(rollUp);
		return (value == null) ? "–" : PlanText.shown(value);
	}

	/** Whether the target is met, compared without rounding. */
	boolean met(PlanIndicator indicator, BigDecimal target) {
		if (target == null || value(indicator.rollUp()) == null) {
			return false;
		}
		return (indicator.rollUp() == PlanRollUp.RATE)
				? indicator.comparator().met(this.total.multiply(HUNDRED), target.multiply(this.ofTotal))
				: indicator.comparator().met(this.total, target);
	}

	/** Whether the base target is met. */
	public boolean met(PlanIndicator indicator) {
		return met(indicator, indicator.base());
	}

	/**
	 * Whether more was reached than asked for; nothing that is only not to be exceeded.
	 */
	public boolean above(PlanIndicator indicator) {
		return indicator.base() != null && !indicator.comparator().ceiling() && met(indicator)
				&& share(indicator).compareTo(BigDecimal.ONE) > 0;
	}

	/**
	 * Which part of the base target is reached, 1 for all of it.
	 */
	BigDecimal share(PlanIndicator indicator) {
		if (indicator.base() == null || indicator.base().signum() == 0 || value(indicator.rollUp()) == null) {
			return BigDecimal.ZERO;
		}
		BigDecimal target = (indicator.rollUp() == PlanRollUp.RATE) ? indicator.base().multiply(this.ofTotal)
				: indicator.base();
		BigDecimal reached = (indicator.rollUp() == PlanRollUp.RATE) ? this.total.multiply(HUNDRED) : this.total;
		return reached.divide(target, EXACT, RoundingMode.HALF_UP);
	}

	/** The same in whole percent, for a bar. */
	public int percent(PlanIndicator indicator) {
		return share(indicator).multiply(HUNDRED).setScale(0, RoundingMode.DOWN).intValue();
	}

}
