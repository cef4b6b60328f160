package org.leagueflow.paper;

/** How often work comes back, where the paper says so. */
public enum PaperRecurrence {

	WEEKLY, FORTNIGHTLY, MONTHLY, QUARTERLY, HALF_YEARLY

}
