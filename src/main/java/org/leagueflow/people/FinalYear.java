package org.leagueflow.people;

/** The final year (毕业班) that a class of a secondary school is in. */
enum FinalYear {

	/** 初中毕业班. */
	JUNIOR,
	/** 高中毕业班. */
	SENIOR

}
