package org.leagueflow.plan;

/** The policy keys that plans ask for. */
final class PlanRules {

	/** How many days after its end a month is closed. */
	static final String CLOSE_DAYS = "p4.month.closeDays";

	static final String ACCEPT_DAYS = "p4.accept.days";

	static final String CHECK_DAYS = "p4.check.days";

	/** How many days before it is due an item turns yellow. */
	static final String NEAR_DAYS = "p4.lamp.nearDays";

	/** How many percentage points behind the elapsed time an item turns yellow. */
	static final String BEHIND_POINTS = "p4.lamp.behindPoints";

	static final String EXTENSION_DAYS = "p4.extension.days";

	/** How many days after sign-off somebody looks again; 0 for never. */
	static final String LOOK_BACK_DAYS = "p4.lookBack.days";

	static final String REMIND_DAYS = "p4.remind.days";

	/** How many days after the owner was reminded the superior is told. */
	static final String ESCALATE_DAYS = "p4.escalate.days";

	private PlanRules() {
	}

}
