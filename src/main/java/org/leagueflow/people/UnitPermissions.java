package org.leagueflow.people;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;

/** Checks whether an actor may manage what belongs to a unit. */
public final class UnitPermissions {

	private UnitPermissions() {
	}

	/**
	 * @throws Refusal.NotAllowed when the actor holds none of the roles at or above
	 */
	public static void mustHold(Actor by, String unitPath, String... roles) {
		if (!holds(by, unitPath, roles)) {
			throw new Refusal.NotAllowed("refusal.people.out-of-reach");
		}
	}

	public static boolean holds(Actor by, String unitPath, String... roles) {
		for (String role : roles) {
			if (by.holdsOver(role, unitPath)) {
				return true;
			}
		}
		return by.isSystem();
	}

}
