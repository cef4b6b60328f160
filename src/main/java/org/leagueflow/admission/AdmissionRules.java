package org.leagueflow.admission;

/** The policy keys that this process asks for. */
final class AdmissionRules {

	/** 满14周岁 (细则§6). */
	static final String AGE_MIN = "p1.age.min";

	/** 未满28周岁: younger than this (细则§6). */
	static final String AGE_BELOW = "p1.age.max";

	/** Below this age the Young Pioneers recommend (细则§17). */
	static final String AGE_YOUNG_PIONEER = "p1.age.youngPioneer";

	/** Months within which somebody talks with the applicant (细则§8). */
	static final String TALK_DUE_MONTHS = "p1.talk.dueMonths";

	/** The same in days, for units that ask for less than a month. */
	static final String TALK_DUE_DAYS = "p1.talk.dueDays";

	static final String MENTORS_MIN = "p1.mentor.min";

	static final String MENTORS_MAX = "p1.mentor.max";

	/** In secondary schools at least one mentor is a member of staff (细则§10). */
	static final String MENTOR_STAFF_IN_SECONDARY = "p1.mentor.staffInSecondary";

	/** Talks during observation (细则§11). */
	static final String MENTOR_TALKS = "p1.mentor.talks";

	/** Calendar months of observation (细则§11, §15). */
	static final String CULTIVATE_MIN_MONTHS = "p1.cultivate.minMonths";

	/** Study hours, 学时 (细则§12). */
	static final String COURSE_MIN_HOURS = "p1.course.minHours";

	/** Whether the study check must be passed (细则§12). */
	static final String COURSE_CHECK = "p1.course.check";

	static final String VOLUNTEER_REGISTERED = "p1.volunteer.registered";

	/** Volunteer hours a year; 0 switches the condition off. */
	static final String VOLUNTEER_MIN_HOURS_YEAR = "p1.volunteer.minHoursYear";

	/** Whether 思政考评 must be passed. */
	static final String IDEOLOGY_EXAM = "p1.ideology.exam";

	/** Working days of the notice (细则§18). */
	static final String PUBLICITY_WORKDAYS = "p1.publicity.workdays";

	/** Whether activists, too, are announced before approval. */
	static final String ACTIVIST_PUBLICITY = "p1.activist.publicity";

	/** Exactly so many introducers (细则§19). */
	static final String INTRODUCERS = "p1.introducer.count";

	/** Months within which the committee decides (细则§26). */
	static final String APPROVE_DUE_MONTHS = "p1.approve.dueMonths";

	/** The same in days, for units that ask for less than a month. */
	static final String APPROVE_DUE_DAYS = "p1.approve.dueDays";

	/** Months that an extended decision may take at most (细则§26). */
	static final String APPROVE_MAX_MONTHS = "p1.approve.maxMonths";

	/** Months within which the electronic file is made (细则§29). */
	static final String ARCHIVE_DUE_MONTHS = "p1.archive.dueMonths";

	/** Months within which the ceremony is held as a rule (入团仪式仪程规范). */
	static final String OATH_WITHIN_MONTHS = "p1.oath.withinMonths";

	/** Months before somebody refused may apply again; the rules name none. */
	static final String REAPPLY_AFTER_MONTHS = "p1.reapply.afterMonths";

	/** The percentage of a final junior year that may be members (初中毕业班). */
	static final String YOUTH_RATIO_JUNIOR = "p1.youthRatio.junior";

	/** The same of a final senior year (高中毕业班). */
	static final String YOUTH_RATIO_SENIOR = "p1.youthRatio.senior";

	/** How often a year a committee reviews admissions (细则§37). */
	static final String ANNUAL_AUDIT = "p1.annualAudit";

	static final String MEMBER_NUMBER_REGEX = "p1.memberNo.regex";

	private AdmissionRules() {
	}

}
