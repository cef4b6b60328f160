package org.leagueflow.ledger;

/** What is booked, and how it is counted. */
public enum EntryKind {

	/** 团课学时, in tenths of a teaching hour (学时): 85 is 8.5. */
	STUDY_HOURS(10, 240),
	/** 团课检查考核合格 (细则§12). */
	STUDY_CHECK(1, 1),
	/** 志愿服务时长, in tenths of an hour. */
	VOLUNTEER_HOURS(10, 240),
	/** 注册志愿者 (细则§13). */
	VOLUNTEER_REGISTERED(1, 1),
	/** 谈心谈话, one each (细则§11). */
	TALK(1, 1),
	/** 思政考评合格. */
	IDEOLOGY_EXAM(1, 1);

	private final int scale;

	private final int mostAtOnce;

	EntryKind(int scale, int mostAtOnce) {
		this.scale = scale;
		this.mostAtOnce = mostAtOnce;
	}

	/** How many units of amount make one: 10 for hours, 1 for what is counted. */
	public int scale() {
		return this.scale;
	}

	/** The most that one entry may book, in units of amount: a day has 24 hours. */
	int mostAtOnce() {
		return this.mostAtOnce;
	}

	/** Whether it is part of the League course. */
	boolean taught() {
		return this == STUDY_HOURS || this == STUDY_CHECK;
	}

	public boolean hours() {
		return this.scale > 1;
	}

}
