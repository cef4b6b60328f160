package org.leagueflow.plan;

import java.time.LocalDate;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/** Which months are closed: what a plan says of them is not rewritten. */
@Component
class PlanMonths {

	private final Policies policies;

	private final BusinessClock clock;

	PlanMonths(Policies policies, BusinessClock clock) {
		this.policies = policies;
		this.clock = clock;
	}

	/** The last day of the last closed month. */
	LocalDate closedUntil(String unitPath) {
		return this.clock.today()
			.minusDays(this.policies.number(PlanRules.CLOSE_DAYS, unitPath))
			.withDayOfMonth(1)
			.minusDays(1);
	}

}
