package org.leagueflow.policy;

import java.util.Collection;
import java.util.List;

/**
 * Answers which value of a rule holds for a unit: the strictest along its path, or for
 * rules that may be set either way the nearest. Constants name the rules of 发展团员工作细则 that
 * are asked for in code; an unknown key is a bug ({@link IllegalArgumentException}).
 */
public interface Policies {

	/** 满14周岁 (细则§6). */
	String AGE_MIN = "p1.age.min";

	/** 未满28周岁: younger than this (细则§6). */
	String AGE_BELOW = "p1.age.max";

	/** Below this age the Young Pioneers recommend (细则§17). */
	String AGE_YOUNG_PIONEER = "p1.age.youngPioneer";

	/** Months within which somebody talks with the applicant (细则§8). */
	String TALK_DUE_MONTHS = "p1.talk.dueMonths";

	/** The same in days, for units that ask for less than a month. */
	String TALK_DUE_DAYS = "p1.talk.dueDays";

	String MENTORS_MIN = "p1.mentor.min";

	String MENTORS_MAX = "p1.mentor.max";

	/** In secondary schools at least one mentor is a member of staff (细则§10). */
	String MENTOR_STAFF_IN_SECONDARY = "p1.mentor.staffInSecondary";

	/** Talks during observation (细则§11). */
	String MENTOR_TALKS = "p1.mentor.talks";

	/** Calendar months of observation (细则§11, §15). */
	String CULTIVATE_MIN_MONTHS = "p1.cultivate.minMonths";

	/** Study hours, 学时 (细则§12). */
	String COURSE_MIN_HOURS = "p1.course.minHours";

	/** Whether the study check must be passed (细则§12). */
	String COURSE_CHECK = "p1.course.check";

	String VOLUNTEER_REGISTERED = "p1.volunteer.registered";

	/** Volunteer hours a year; 0 switches the condition off. */
	String VOLUNTEER_MIN_HOURS_YEAR = "p1.volunteer.minHoursYear";

	/** Whether 思政考评 must be passed. */
	String IDEOLOGY_EXAM = "p1.ideology.exam";

	/** Working days of the notice (细则§18). */
	String PUBLICITY_WORKDAYS = "p1.publicity.workdays";

	/** Whether activists, too, are announced before approval. */
	String ACTIVIST_PUBLICITY = "p1.activist.publicity";

	/** Exactly so many introducers (细则§19). */
	String INTRODUCERS = "p1.introducer.count";

	/** A pupil or student is received by the own school only (细则§20). */
	String SCHOOL_ONLY = "p1.school.only";

	/** Months within which the committee decides (细则§26). */
	String APPROVE_DUE_MONTHS = "p1.approve.dueMonths";

	/** The same in days, for units that ask for less than a month. */
	String APPROVE_DUE_DAYS = "p1.approve.dueDays";

	/** Months that an extended decision may take at most (细则§26). */
	String APPROVE_MAX_MONTHS = "p1.approve.maxMonths";

	/** Months within which the electronic file is made (细则§29). */
	String ARCHIVE_DUE_MONTHS = "p1.archive.dueMonths";

	/** Months within which the ceremony is held as a rule (入团仪式仪程规范). */
	String OATH_WITHIN_MONTHS = "p1.oath.withinMonths";

	/** Months before somebody refused may apply again; the rules name none. */
	String REAPPLY_AFTER_MONTHS = "p1.reapply.afterMonths";

	/** The percentage of a final junior year that may be members (初中毕业班). */
	String YOUTH_RATIO_JUNIOR = "p1.youthRatio.junior";

	/** The same of a final senior year (高中毕业班). */
	String YOUTH_RATIO_SENIOR = "p1.youthRatio.senior";

	/** How often a year a committee reviews admissions (细则§37). */
	String ANNUAL_AUDIT = "p1.annualAudit";

	String MEMBER_NUMBER_REGEX = "p1.memberNo.regex";

	/** Whether objections without a name are taken. */
	String OBJECTION_ANONYMOUS = "publicity.anonymous";

	/** Whether public notices mask names. */
	String NOTICE_MASKED = "publicity.maskNames";

	/** Below so many papers an electronic ballot publishes its outcome only. */
	String BALLOT_SMALLEST = "ballot.smallest";

	/** Whether electronic ballots publish their outcome only. */
	String BALLOT_OUTCOME_ONLY = "ballot.outcomeOnly";

	/** Calendar days for a step whose diagram and process say nothing else. */
	String STEP_DUE_DAYS = "inbox.dueDays";

	/** The number that holds for the unit with this path, {@code /1/4/12/}. */
	int number(String key, String unitPath);

	/** Whether the rule is on for the unit with this path. */
	boolean flag(String key, String unitPath);

	/** The words of a rule that is words. */
	String text(String key);

	/** The rule with its source, for refusals and gate tables. */
	Rule rule(String key);

	/** What these rules say for many units, read in one go. */
	PolicyTable sheet(Collection<String> keys);

	/** Every rule, in the order of the rule book. */
	List<Rule> rules();

}
