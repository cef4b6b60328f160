package org.leagueflow.award;

/** What one batch looks at. */
public enum AwardPeriod {

	/** 学年. */
	SCHOOL_YEAR,
	/** 学期. */
	TERM,
	/** 自然年. */
	CALENDAR_YEAR,
	/** 月. */
	MONTH

}
