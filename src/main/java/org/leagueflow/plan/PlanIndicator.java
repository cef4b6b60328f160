package org.leagueflow.plan;

import java.math.BigDecimal;

/**
 * What an edition says of an indicator.
 *
 * @param id the indicator, the same one in every edition and for every item that shares
 * it
 * @param base what has to be reached, or null where no number is said
 * @param stretch what is striven for, or null
 * @param measure what is counted: 人次, 人, 场, %
 */
public record PlanIndicator(long id, int number, String name, PlanComparator comparator, BigDecimal base,
		BigDecimal stretch, String measure, String words, PlanRollUp rollUp) {

	/** As a plan shows it: {@code ≥ 2500 人次}. */
	public String shown() {
		return (this.base == null) ? this.measure
				: this.comparator.sign() + " " + PlanText.shown(this.base) + " " + this.measure;
	}

	public String baseShown() {
		return PlanText.shown(this.base);
	}

	public String stretchShown() {
		return PlanText.shown(this.stretch);
	}

}
