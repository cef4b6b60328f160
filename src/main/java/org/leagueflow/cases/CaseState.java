package org.leagueflow.cases;

/** Whether a case still runs. */
public enum CaseState {

	/** The process runs. */
	OPEN,
	/** The process came to one of its outcomes. */
	ENDED,
	/** The process was stopped without an outcome. */
	CANCELLED

}
