package org.leagueflow.admission;

/** Where people decided that an application goes from here. */
enum Course {

	/** On to the next stage. */
	ONWARD,
	/** 继续培养考察: back to observation. */
	CONTINUE,
	/** 终止: the case ends. */
	STOP

}
