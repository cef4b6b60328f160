package org.leagueflow.plan;

/** 灯: how an item stands, computed and never set by anybody. */
public enum PlanLamp {

	/** Its time has not come. */
	NOT_BEGUN,
	/** On schedule by the time that has passed. */
	GREEN,
	/** Behind it, or soon due. */
	YELLOW,
	/** Overdue. */
	RED,
	/** Waiting, outside the clock. */
	ON_HOLD,
	/** Done. */
	DONE,
	/** Ended without being done. */
	STOPPED;

	/** The class of its mark on a page. */
	public String css() {
		return "lamp-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
	}

}
