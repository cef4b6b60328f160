package org.leagueflow.people;

import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;

/**
 * Who may import rosters and open ID numbers: the League committee and admins of a unit.
 */
public final class RegistrarRights {

	public static final Set<String> ROLES = Set.of(Roles.LEAGUE_COMMITTEE, Roles.ADMIN);

	private RegistrarRights() {
	}

	public static boolean reaches(People.UnitCard unit, Actor by) {
		return reaches(unit.path(), by);
	}

	public static boolean reaches(String path, Actor by) {
		return ROLES.stream().anyMatch((role) -> by.holdsOver(role, path));
	}

	public static People.UnitCard reached(People.UnitCard unit, Actor by) {
		if (!reaches(unit, by)) {
			throw new Refusal.NotAllowed("refusal.roster.not-yours", unit.name());
		}
		return unit;
	}

}
