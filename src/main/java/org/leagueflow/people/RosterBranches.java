package org.leagueflow.people;

import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * Creates class branches that a roster names, and the general branch above if need be.
 */
@Component
class RosterBranches {

	private final UnitService units;

	private final People people;

	RosterBranches(UnitService units, People people) {
		this.units = units;
		this.people = people;
	}

	void create(long targetId, String branch, String generalBranch, Actor by) {
		long parentId = generalBranch.isEmpty() ? targetId : generalBranch(targetId, generalBranch, by);
		create(parentId, UnitKind.BRANCH, branch, by);
	}

	private long generalBranch(long targetId, String name, Actor by) {
		return this.people.within(targetId)
			.stream()
			.filter((unit) -> unit.kind() != UnitKind.BRANCH && unit.kind() != UnitKind.GROUP)
			.filter((unit) -> unit.name().equals(name))
			.map(People.UnitCard::id)
			.findFirst()
			.orElseGet(() -> create(targetId, UnitKind.GENERAL_BRANCH, name, by));
	}

	private long create(long parentId, UnitKind kind, String name, Actor by) {
		boolean secondary = this.people.unit(parentId).secondarySchool();
		return this.units.openNamed(new NewUnit(parentId, kind, null, name, secondary), by);
	}

}
