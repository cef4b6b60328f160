package org.leagueflow.award;

/** Who or what an award is for. */
public enum AwardJudged {

	/** 个人: students or members. */
	PERSON,
	/** 干部: who holds a post. */
	CADRE,
	/** 班级. */
	CLASS,
	/** 团支部. */
	BRANCH,
	/** 活动, such as a League day (团日活动). */
	ACTIVITY;

	/** Whether a person gets it. */
	public boolean person() {
		return this == PERSON || this == CADRE;
	}

}
