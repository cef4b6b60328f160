package org.leagueflow.ledger;

import java.util.List;
import java.util.stream.IntStream;

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
	IDEOLOGY_EXAM(1, 1),
	/** 团员教育评议等次 of the year in which the day lies, 1 不合格 to 4 优秀 (三会两制一课细则). */
	APPRAISAL(1, 4),
	/** 年度团籍注册 of the year in which the day lies. */
	REGISTRATION(1, 1),
	/** 荣誉. */
	HONOUR(1, 1),
	/** 纪律处分. */
	SANCTION(1, 1),
	/** 提交入党申请书. */
	PARTY_APPLICATION(1, 1),
	/** 入党积极分子、发展对象教育培训学时, in tenths. */
	PARTY_TRAINING(10, 240),
	/** 参加党团活动, one each. */
	PARTY_ACTIVITY(1, 1),
	/** 推优前、推优中、推优后的引导培养, one each. */
	GUIDANCE(1, 1),
	/** 党组织列为入党积极分子. */
	PARTY_ACTIVIST(1, 1);

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

	/** Grades from the lowest to the highest; none for what is no grade. */
	public List<Integer> grades() {
		return graded() ? IntStream.rangeClosed(1, this.mostAtOnce).boxed().toList() : List.of();
	}

	/** Whether a page shows it of everybody, booked or not. */
	boolean everyone() {
		return ordinal() <= IDEOLOGY_EXAM.ordinal();
	}

	/** Whether the amount is a grade, which is given once a year and not added up. */
	public boolean graded() {
		return this == APPRAISAL;
	}

	public boolean hours() {
		return this.scale > 1;
	}

}
