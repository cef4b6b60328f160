package org.leagueflow.award;

import org.leagueflow.kernel.Subject;
import org.leagueflow.people.UnitKind;

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
	/** 团总支. */
	GENERAL_BRANCH,
	/** 活动, such as a League day (团日活动). */
	ACTIVITY;

	/** Which units nominate for it. */
	UnitKind nominating() {
		return (this == GENERAL_BRANCH) ? UnitKind.GENERAL_BRANCH : UnitKind.BRANCH;
	}

	/** What is nominated. */
	Subject.Kind subject() {
		return person() ? Subject.Kind.PERSON : (this == ACTIVITY) ? Subject.Kind.ACTIVITY : Subject.Kind.UNIT;
	}

	/** Whether a person gets it. */
	public boolean person() {
		return this == PERSON || this == CADRE;
	}

}
