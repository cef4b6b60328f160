package org.leagueflow.life;

/** The rules of the policy that organisational life asks for (三会两制一课). */
final class LifeRules {

	/** How often a branch general meeting is held (三会两制一课). */
	static final String BRANCH_MEETING = "a01.branchMeeting";

	/** How often a branch committee meets. */
	static final String COMMITTEE_MEETING = "a01.committeeMeeting";

	/** How often a group meets; nothing is fixed. */
	static final String GROUP_MEETING = "a01.groupMeeting";

	/** How often a League class (团课) is given. */
	static final String LEAGUE_CLASS = "a01.leagueClass";

	/** The weekday of a League class, 1 for Monday. */
	static final String CLASS_WEEKDAY = "a01.leagueClass.weekday";

	/** The full hour at which a League class begins. */
	static final String CLASS_HOUR = "a01.leagueClass.hour";

	/** How many study hours (学时) a League class counts, unless it says otherwise. */
	static final String CLASS_STUDY_HOURS = "a01.leagueClass.hours";

	/** The five requirements (五有) of a League class. */
	static final String CLASS_FIVE_MUSTS = "a01.class.fiveHave";

	/** The percentage of a branch that has to be exceeded at its general meeting. */
	static final String ATTENDANCE_MIN = "a01.attendance.min";

	private LifeRules() {
	}

}
