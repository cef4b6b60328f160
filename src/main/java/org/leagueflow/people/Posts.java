package org.leagueflow.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Roles;

/**
 * The posts that a person can be appointed to: {@link Roles roles}, each with the level
 * of unit it lives on.
 */
final class Posts {

	/** All roles that somebody can be appointed to. */
	static final List<String> ALL = List.of(Roles.GROUP_LEADER, Roles.BRANCH_COMMITTEE, Roles.BRANCH_SECRETARY,
			Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.PARTY_LIAISON, Roles.AUDITOR, Roles.ADMIN);

	private static final Map<String, UnitKind> LEVELS = Map.of(Roles.GROUP_LEADER, UnitKind.GROUP,
			Roles.BRANCH_COMMITTEE, UnitKind.BRANCH, Roles.BRANCH_SECRETARY, UnitKind.BRANCH, Roles.GENERAL_BRANCH,
			UnitKind.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, UnitKind.COMMITTEE, Roles.LEAGUE_SECRETARY,
			UnitKind.COMMITTEE, Roles.COUNTY_COMMITTEE, UnitKind.COUNTY_COMMITTEE, Roles.PARTY_LIAISON,
			UnitKind.PARTY_BRANCH);

	private static final Map<UnitKind, String> COMMITTEES = Map.of(UnitKind.BRANCH, Roles.BRANCH_COMMITTEE,
			UnitKind.GENERAL_BRANCH, Roles.GENERAL_BRANCH, UnitKind.COMMITTEE, Roles.LEAGUE_COMMITTEE,
			UnitKind.COUNTY_COMMITTEE, Roles.COUNTY_COMMITTEE);

	private static final Set<String> ANYWHERE = Set.of(Roles.AUDITOR, Roles.ADMIN);

	private Posts() {
	}

	/** The level a role lives on; empty for roles of any unit and for roles of a case. */
	static Optional<UnitKind> level(String role) {
		return Optional.ofNullable(LEVELS.get(role));
	}

	/**
	 * The role that a unit of this level acts through as a committee; none for groups.
	 */
	static Optional<String> committee(UnitKind kind) {
		return Optional.ofNullable(COMMITTEES.get(kind));
	}

	/** The roles that units of some level act through as a committee. */
	static Collection<String> committees() {
		return COMMITTEES.values();
	}

	/** Whether the role can be held at a unit of any level. */
	static boolean anywhere(String role) {
		return ANYWHERE.contains(role);
	}

	/** Whether the role is a post of the League, which needs membership. */
	static boolean leaguePost(String role) {
		return LEVELS.containsKey(role) && !partyPost(role);
	}

	/**
	 * Whether the role is a post of the Party, which only its members hold and no League
	 * committee gives.
	 */
	static boolean partyPost(String role) {
		return Roles.PARTY_LIAISON.equals(role);
	}

}
