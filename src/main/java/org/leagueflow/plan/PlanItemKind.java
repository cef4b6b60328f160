package org.leagueflow.plan;

/** What kind of line of a plan it is. */
public enum PlanItemKind {

	/** 主要任务. */
	MAIN_TASK,
	/** 月度工作, of one month or several. */
	MONTHLY,
	/** 全年贯穿. */
	ALL_YEAR

}
