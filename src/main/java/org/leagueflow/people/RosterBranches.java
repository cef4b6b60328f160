package org.leagueflow.people;

import org.leagueflow.audit.AuditLog;
import org.leagueflow.audit.Deed;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Creates class branches that a roster names, and the general branch above if need be.
 */
@Component
class RosterBranches {

	private final Units units;

	private final People people;

	private final AuditLog audit;

	RosterBranches(Units units, People people, AuditLog audit) {
		this.units = units;
		this.people = people;
		this.audit = audit;
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
		Unit parent = this.units.findById(parentId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
		boolean secondary = this.people.unit(parentId).secondarySchool();
		Unit unit = this.units.saveAndFlush(new Unit(parent, kind, null, name, secondary));
		unit.settle(parent);
		this.units.saveAndFlush(unit);
		this.audit.record(Deed.of(by, "unit.created", "unit:" + unit.id()).in(unit.id()).with(name));
		return unit.id();
	}

}
