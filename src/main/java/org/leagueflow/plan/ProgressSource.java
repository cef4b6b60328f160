package org.leagueflow.plan;

/** Where progress comes from. */
public enum ProgressSource {

	/** Somebody reported it. */
	REPORT,
	/** An activity that was held (活动申报). */
	ACTIVITY,
	/** A meeting that was held. */
	MEETING,
	/** A League class (团课). */
	CLASS,
	/** A unit below, for an item that was handed down. */
	UNIT

}
