package org.leagueflow.plan;

import org.leagueflow.kernel.Actor;

/** Takes drafts of plans in, such as those read from papers. */
public interface PlanDrafts {

	/** Whether the person may draft plans of the unit. */
	boolean drafts(long unitId, Actor by);

	/**
	 * Adds the lines to the open edition of the unit's plan of that year. Where there is
	 * no plan it is made; where its latest edition is published an amendment is begun.
	 * @param once the form's idempotency key: the same key again adds nothing
	 * @throws org.leagueflow.kernel.Refusal.Conflict while an edition awaits its decision
	 * @throws org.leagueflow.kernel.Refusal.Invalid naming the lines that cannot be taken
	 */
	Adopted adopt(long unitId, int year, PlanDraft draft, String once, Actor by);

}
