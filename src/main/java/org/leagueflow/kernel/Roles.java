package org.leagueflow.kernel;

import java.util.Set;

/**
 * The names of roles, as diagrams write them in {@code candidateGroups} and appointments
 * keep them.
 */
public final class Roles {

	/** 申请人: the person whom a case is about. */
	public static final String APPLICANT = "applicant";

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

	/**
	 * 党支部联络人: receives for the Party branch what the League hands over, and says what the
	 * Party decided. Reads only that.
	 */
	public static final String PARTY_LIAISON = "party-liaison";

	/** 审计员, read-only. */
	public static final String AUDITOR = "auditor";

	/** 系统管理员. */
	public static final String ADMIN = "admin";

	/** 团员: whoever is a League member of the case's unit, or of one below it, today. */
	public static final String MEMBER = "member";

	/** 发起人: whoever started the case. */
	public static final String STARTER = "starter";

	/**
	 * What every diagram may name in {@code candidateGroups}, besides the roles of a case
	 * that its process declares; oversight never acts.
	 */
	public static final Set<String> ANSWERING = Set.of(APPLICANT, MEMBER, STARTER, GROUP_LEADER, BRANCH_COMMITTEE,
			BRANCH_SECRETARY, GENERAL_BRANCH, LEAGUE_COMMITTEE, LEAGUE_SECRETARY, COUNTY_COMMITTEE, PARTY_LIAISON);

	/**
	 * What a diagram may name in {@code candidateStarterGroups}: {@code applicant} is
	 * anybody on the own behalf; parts of a case are played by nobody before it began.
	 */
	public static final Set<String> STARTING = Set.of(APPLICANT, MEMBER, GROUP_LEADER, BRANCH_COMMITTEE,
			BRANCH_SECRETARY, GENERAL_BRANCH, LEAGUE_COMMITTEE, LEAGUE_SECRETARY, COUNTY_COMMITTEE);

	private Roles() {
	}

}
