package org.leagueflow.people;

/** The levels of the org tree. */
public enum UnitKind {

	/** 县(区)团委. */
	COUNTY_COMMITTEE,
	/** 基层团委 / 校团委. */
	COMMITTEE,
	/** 团总支 / 分团委. */
	GENERAL_BRANCH,
	/** 团支部. */
	BRANCH,
	/** 团小组. */
	GROUP

}
