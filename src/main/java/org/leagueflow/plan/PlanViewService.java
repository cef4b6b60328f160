package org.leagueflow.plan;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together the pages on which a plan is seen. */
@Service
@Transactional(readOnly = true)
class PlanViewService {

	private final Plans plans;

	private final PlanEditions editions;

	private final PlanRights rights;

	private final PlanStandings standings;

	private final People people;

	PlanViewService(Plans plans, PlanEditions editions, PlanRights rights, PlanStandings standings, People people) {
		this.plans = plans;
		this.editions = editions;
		this.rights = rights;
		this.standings = standings;
		this.people = people;
	}

	/**
	 * The plan, of which something holds.
	 * @throws Refusal.NotFound to whom it is no business of
	 * @throws Refusal.Conflict while nothing holds
	 */
	Plan held(long planId, Actor by) {
		Plan plan = this.plans.of(planId);
		this.rights.requireSeeing(plan, by);
		if (plan.publishedId() == null) {
			throw new Refusal.Conflict("refusal.planview.unpublished");
		}
		return plan;
	}

	YearPage year(long planId, Actor by) {
		Plan plan = held(planId, by);
		PlanStanding standing = this.standings.of(plan);
		return new YearPage(this.people.unit(plan.unitId()).name(), this.editions.of(plan.publishedId()), standing,
				OwnerLoad.of(standing), this.rights.drafts(plan, by));
	}

	/** Whether the person writes the plan. */
	boolean drafts(Plan plan, Actor by) {
		return this.rights.drafts(plan, by);
	}

}
