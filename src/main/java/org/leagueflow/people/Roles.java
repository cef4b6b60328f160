package org.leagueflow.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that a person can be appointed to, each with the level of unit it lives on.
 */
public final class Roles {

	/** A seat on the branch committee (支委会). */
	public static final String BRANCH_COMMITTEE = "branch-committee";

	/** The branch secretary (团支部书记). */
	public static final String BRANCH_SECRETARY = "branch-secretary";

	/** The leader of a group (团小组长). */
	public static final String GROUP_LEADER = "group-leader";

	/** The committee of a general branch (团总支). */
	public static final String GENERAL_BRANCH = "general-branch";

	/** A seat on a basic-level League committee (基层团委). */
	public static final String LEAGUE_COMMITTEE = "league-committee";

	/** The secretary of a basic-level League committee. */
	public static final String LEAGUE_SECRETARY = "league-secretary";

	/** The county committee (县级团委). */
	public static final String COUNTY_COMMITTEE = "county-committee";

	/** Reads everything within the unit, changes nothing. */
	public static final String AUDITOR = "auditor";

	/** Runs the installation within the unit. */
	public static final String ADMIN = "admin";

	/** All roles that somebody can be appointed to. */
	public static final List<String> ALL = List.of(GROUP_LEADER, BRANCH_COMMITTEE, BRANCH_SECRETARY, GENERAL_BRANCH,
			LEAGUE_COMMITTEE, LEAGUE_SECRETARY, COUNTY_COMMITTEE, AUDITOR, ADMIN);

	private static final Map<String, UnitKind> LEVELS = Map.of(GROUP_LEADER, UnitKind.GROUP, BRANCH_COMMITTEE,
			UnitKind.BRANCH, BRANCH_SECRETARY, UnitKind.BRANCH, GENERAL_BRANCH, UnitKind.GENERAL_BRANCH,
			LEAGUE_COMMITTEE, UnitKind.COMMITTEE, LEAGUE_SECRETARY, UnitKind.COMMITTEE, COUNTY_COMMITTEE,
			UnitKind.COUNTY_COMMITTEE);

	private static final Map<UnitKind, String> COMMITTEES = Map.of(UnitKind.BRANCH, BRANCH_COMMITTEE,
			UnitKind.GENERAL_BRANCH, GENERAL_BRANCH, UnitKind.COMMITTEE, LEAGUE_COMMITTEE, UnitKind.COUNTY_COMMITTEE,
			COUNTY_COMMITTEE);

	private static final Set<String> ANYWHERE = Set.of(AUDITOR, ADMIN);

	private Roles() {
	}

	/** The level a role lives on; empty for roles of any unit and for roles of a case. */
	public static Optional<UnitKind> level(String role) {
		return Optional.ofNullable(LEVELS.get(role));
	}

	/**
	 * The role that a unit of this level acts through as a committee; none for groups.
	 */
	public static Optional<String> committee(UnitKind kind) {
		return Optional.ofNullable(COMMITTEES.get(kind));
	}

	/** The roles that units of some level act through as a committee. */
	static Collection<String> committees() {
		return COMMITTEES.values();
	}

	/** Whether the role can be held at a unit of any level. */
	public static boolean anywhere(String role) {
		return ANYWHERE.contains(role);
	}

	/** Whether the role is a post of the League, which needs membership. */
	public static boolean leaguePost(String role) {
		return LEVELS.containsKey(role);
	}

}
