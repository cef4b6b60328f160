package org.leagueflow.plan;

import java.math.BigDecimal;
import org.leagueflow.kernel.Refusal;

/** What an indicator may say. */
final class PlanIndicators {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private PlanIndicators() {
	}

	/**
	 * @throws Refusal.Invalid for targets that are negative, above 100 % for a rate, or
	 * where the stretch target asks for less than the base
	 */
	static PlanIndicator checked(PlanIndicator one) {
		target("base", one, one.base());
		target("stretch", one, one.stretch());
		if (one.stretch() != null && one.base() == null) {
			throw Refusal.Invalid.field("base", "refusal.plan.stretchAlone", one.name());
		}
		if (one.stretch() != null) {
			int order = one.stretch().compareTo(one.base());
			if (one.comparator().ceiling() ? order > 0 : order < 0) {
				throw Refusal.Invalid.field("stretch", "refusal.plan.stretch", one.stretchShown(), one.baseShown());
			}
		}
		return one;
	}

	private static void target(String field, PlanIndicator one, BigDecimal value) {
		if (value == null) {
			return;
		}
		if (value.signum() < 0 || (one.rollUp() == PlanRollUp.RATE && value.compareTo(HUNDRED) > 0)) {
			throw Refusal.Invalid.field(field, "refusal.plan.target", PlanText.shown(value));
		}
	}

}
