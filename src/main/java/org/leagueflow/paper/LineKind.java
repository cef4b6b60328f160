package org.leagueflow.paper;

/** What a line of a plan on paper is. */
public enum LineKind {

	/** A task of the year (主要任务), mostly without a month. */
	MAIN_TASK,

	/** Work of one or several months. */
	MONTHLY_ITEM,

	/** Work that goes on all year (贯穿全年), or comes back by rule. */
	ALL_YEAR_ITEM,

	/** Title, heading of a section, month or column. */
	HEADING,

	/** Everything else: preface, demands, header, footnote, comment. */
	NOT_AN_ITEM;

	/** Whether it becomes an item of the plan. */
	public boolean item() {
		return ordinal() <= ALL_YEAR_ITEM.ordinal();
	}

}
