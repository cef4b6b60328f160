package org.leagueflow.award;

/** What a quota is a share of. */
public enum AwardBase {

	/** 参评范围内的人数: everybody on the roll. */
	PERSONS,
	/** 团员人数. */
	MEMBERS,
	/** 干部人数: who holds a post. */
	CADRES,
	/** 班级、团支部数. */
	BRANCHES,
	/** 申报数: what was entered. */
	ENTRIES

}
