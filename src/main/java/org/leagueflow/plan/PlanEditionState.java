package org.leagueflow.plan;

/** Where an edition stands. */
public enum PlanEditionState {

	/** Its office writes it. */
	DRAFT,
	/** It awaits the committee's decision. */
	SUBMITTED,
	/** It is what holds, or what held until the next one was published. */
	PUBLISHED,
	/** The committee refused it. */
	REJECTED,
	/** Its office took it back. */
	WITHDRAWN,
	/** A month that it changes was closed before it was decided. */
	OVERTAKEN

}
