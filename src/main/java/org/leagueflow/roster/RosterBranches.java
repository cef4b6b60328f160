package org.leagueflow.roster;

import org.leagueflow.kernel.Actor;
import org.leagueflow.people.NewUnit;
import org.leagueflow.people.People;
import org.leagueflow.people.Registrar;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/**
 * Creates class branches that a roster names, and the general branch above if need be.
 */
@Component
class RosterBranches {

	private final Registrar registrar;

	private final People people;

	RosterBranches(Registrar registrar, People people) {
		this.registrar = registrar;
		this.people = people;
	}

	void create(long targetId, String branch, String generalBranch, Actor by) {
		long parentId = generalBranch.isEmpty() ? targetId : generalBranch(targetId, generalBranch, by);
		create(parentId, UnitKind.BRANCH, branch, by);
	}

	private long generalBranch(long targetId, String name, Actor by) {
		return this.people.within(targetId)
			.stream()
			.filter((unit) -> unit.kind().leadsBranches())
			.filter((unit) -> unit.name().equals(name))
			.map(People.UnitCard::id)
			.findFirst()
			.orElseGet(() -> create(targetId, UnitKind.GENERAL_BRANCH, name, by));
	}

	private long create(long parentId, UnitKind kind, String name, Actor by) {
		boolean secondary = this.people.unit(parentId).secondarySchool();
		return this.registrar.unitNamed(new NewUnit(parentId, kind, null, name, secondary), by);
	}

}
