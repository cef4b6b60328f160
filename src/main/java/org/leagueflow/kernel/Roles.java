package org.leagueflow.kernel;

import java.util.Set;

/**
 * The names of roles, as diagrams write them in {@code candidateGroups} and appointments
 * keep them.
 */
public final class Roles {

	/** 申请人: the person whom a case is about. */
	public static final String APPLICANT = "applicant";

	/** 培养联系人 of a case. */
	public static final String MENTOR = "mentor";

	/** 入团介绍人 of a case. */
	public static final String INTRODUCER = "introducer";

	/** 支委会委员. */
	public static final String BRANCH_COMMITTEE = "branch-committee";

	/** 团支部书记. */
	public static final String BRANCH_SECRETARY = "branch-secretary";

	/** 团小组长. */
	public static final String GROUP_LEADER = "group-leader";

	/** 团总支 / 分团委委员. */
	public static final String GENERAL_BRANCH = "general-branch";

	/** 基层团委委员. */
	public static final String LEAGUE_COMMITTEE = "league-committee";

	/** 基层团委书记. */
	public static final String LEAGUE_SECRETARY = "league-secretary";

	/** 县(区)团委. */
	public static final String COUNTY_COMMITTEE = "county-committee";

	/** 审计员, read-only. */
	public static final String AUDITOR = "auditor";

	/** 系统管理员. */
	public static final String ADMIN = "admin";

	/** Roles that belong to one case rather than to a unit. */
	public static final Set<String> OF_A_CASE = Set.of(APPLICANT, MENTOR, INTRODUCER);

	/** Every role there is. */
	public static final Set<String> ALL = Set.of(APPLICANT, MENTOR, INTRODUCER, GROUP_LEADER, BRANCH_COMMITTEE,
			BRANCH_SECRETARY, GENERAL_BRANCH, LEAGUE_COMMITTEE, LEAGUE_SECRETARY, COUNTY_COMMITTEE, AUDITOR, ADMIN);

	private Roles() {
	}

}
