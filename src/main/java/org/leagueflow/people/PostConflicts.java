package org.leagueflow.people;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Roles;

/**
 * Posts that nobody holds at the same time, at whatever units: who keeps the accounts
 * does not decide cases, and who audits does neither.
 */
final class PostConflicts {

	private static final Set<String> DECIDING = Set.of(Roles.BRANCH_COMMITTEE, Roles.BRANCH_SECRETARY,
			Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.PARTY_LIAISON);

	private PostConflicts() {
	}

	/** The first of the roles held that does not go with this one. */
	static Optional<String> of(String role, Collection<String> held) {
		return held.stream().filter((other) -> conflict(role, other) || conflict(other, role)).findFirst();
	}

	private static boolean conflict(String one, String other) {
		return switch (one) {
			case Roles.AUDITOR -> other.equals(Roles.ADMIN) || Posts.leaguePost(other) || Posts.partyPost(other);
			case Roles.ADMIN -> DECIDING.contains(other);
			default -> false;
		};
	}

}
