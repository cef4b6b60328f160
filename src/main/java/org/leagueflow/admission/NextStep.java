package org.leagueflow.admission;

/** The decision where an application goes next. */
enum NextStep {

	/** On to the next stage. */
	ONWARD,
	/** 继续培养考察: back to observation. */
	CONTINUE,
	/** 终止: the case ends. */
	STOP

}
