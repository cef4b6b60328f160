package org.leagueflow.people;

import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, renames, moves and closes units of the org tree. */
@Service
class UnitService {

	private static final int MAX_NAME_LENGTH = 100;

	private static final int MAX_CONTACT_LENGTH = 200;

	private final Units units;

	private final Persons persons;

	private final Appointments appointments;

	private final BusinessClock clock;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	UnitService(Units units, Persons persons, Appointments appointments, BusinessClock clock, AuditLog audit,
			ApplicationEventPublisher events) {
		this.units = units;
		this.persons = persons;
		this.appointments = appointments;
		this.clock = clock;
		this.audit = audit;
		this.events = events;
	}

	@Transactional(readOnly = true)
	boolean none() {
		return this.units.count() == 0;
	}

	@Transactional
	long open(NewUnit facts, Actor by) {
		this.units.holdTree();
		Unit parent = (facts.parentId() != null) ? reachable(facts.parentId(), by) : null;
		if (parent == null && !by.isSystem()) {
			throw Refusal.Invalid.field("parentId", "refusal.people.unit-parent");
		}
		return open(facts, parent, by);
	}

	/**
	 * Opens a unit that a roster names, unless there is one of that name below the parent
	 * by now.
	 */
	@Transactional
	long openNamed(NewUnit facts, Actor by) {
		this.units.holdTree();
		Unit parent = this.units.findById(facts.parentId())
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
		if (!RegistrarRights.reaches(parent.path(), by)) {
			throw new Refusal.NotAllowed("refusal.roster.not-yours", parent.name());
		}
		return this.units.findByParentIdAndActiveTrue(facts.parentId())
			.stream()
			.filter((there) -> there.kind() == facts.kind() && there.name().equals(facts.name()))
			.map(Unit::id)
			.findFirst()
			.orElseGet(() -> open(facts, parent, by));
	}

	private long open(NewUnit facts, Unit parent, Actor by) {
		checkName(facts.name(), facts.parentId(), null);
		Unit unit = this.units
			.save(new Unit(parent, facts.kind(), facts.branchKind(), facts.name(), facts.secondarySchool()));
		unit.settle(parent);
		this.units.flush();
		this.audit.record(AuditEvent.of(by, "unit.opened", "unit:" + unit.id()).in(unit.id()).with(unit.name()));
		return unit.id();
	}

	@Transactional
	void change(long unitId, String name, BranchKind branchKind, boolean secondarySchool, FinalYear finalYear,
			Actor by) {
		Unit unit = reachable(unitId, by);
		String stripped = (name != null) ? name.strip() : "";
		checkName(stripped, unit.parentId(), unitId);
		checkNobodyStranded(unit, branchKind);
		String before = unit.name();
		unit.rename(stripped);
		unit.become((branchKind != null) ? branchKind : unit.branchKind(), secondarySchool);
		checkFinalYear(unit, finalYear);
		unit.enter(finalYear);
		this.units.flush();
		this.audit.record(AuditEvent.of(by, "unit.changed", "unit:" + unitId).in(unitId).changed(before, stripped));
	}

	/** What the unit itself says about where it can be reached, or null. */
	@Transactional(readOnly = true)
	String contact(long unitId) {
		return this.units.findById(unitId).map(Unit::contact).orElse(null);
	}

	/** Says where the unit can be reached; public notices print it. */
	@Transactional
	void contact(long unitId, String contact, Actor by) {
		Unit unit = reachable(unitId, by);
		String stripped = (contact != null && !contact.isBlank()) ? contact.strip() : null;
		if (stripped != null && Characters.count(stripped) > MAX_CONTACT_LENGTH) {
			throw Refusal.Invalid.field("contact", "refusal.people.contact-length", MAX_CONTACT_LENGTH);
		}
		String before = unit.contact();
		unit.reachableAt(stripped);
		this.audit.record(AuditEvent.of(by, "unit.changed", "unit:" + unitId).in(unitId).changed(before, stripped));
	}

	/** Only a class of a secondary school has a final year (毕业班). */
	private void checkFinalYear(Unit unit, FinalYear finalYear) {
		if (finalYear != null && !(unit.branchKind() == BranchKind.CLASS && inSecondarySchool(unit))) {
			throw Refusal.Invalid.field("finalYear", "refusal.people.final-year", unit.name());
		}
	}

	private boolean inSecondarySchool(Unit unit) {
		return unit.secondarySchool() || (unit.parentId() != null
				&& this.units.findById(unit.parentId()).filter(this::inSecondarySchool).isPresent());
	}

	/** A branch with people in it cannot become one that never has members. */
	private void checkNobodyStranded(Unit unit, BranchKind branchKind) {
		if (branchKind != null && !branchKind.receivesMembers() && unit.receivesMembers()
				&& unit.kind() == UnitKind.BRANCH && this.persons.countByUnitIdAndActiveTrue(unit.id()) > 0) {
			throw new Refusal.Conflict("refusal.people.unit-in-use", unit.name(),
					this.persons.countByUnitIdAndActiveTrue(unit.id()), 0);
		}
	}

	@Transactional
	void move(long unitId, long parentId, Actor by) {
		this.units.holdTree();
		Unit unit = reachable(unitId, by);
		Unit parent = reachable(parentId, by);
		checkName(unit.name(), parentId, unitId);
		String from = unit.path();
		unit.move(parent);
		this.units.rewritePaths(from, unit.path(), from.length() + 1);
		this.audit.record(AuditEvent.of(by, "unit.moved", "unit:" + unitId).in(unitId).changed(from, unit.path()));
		this.events.publishEvent(new UnitMoved(unitId, from, unit.path()));
	}

	/** Closes a unit that is empty; the posts at it end. */
	@Transactional
	void close(long unitId, Actor by) {
		this.units.holdTree();
		Unit unit = reachable(unitId, by);
		int people = this.persons.countByUnitIdAndActiveTrue(unitId);
		int below = this.units.findByParentIdAndActiveTrue(unitId).size();
		if (people + below > 0) {
			throw new Refusal.Conflict("refusal.people.unit-in-use", unit.name(), people, below);
		}
		unit.close();
		for (Appointment post : this.appointments.findByUnitIdAndEndedAtIsNull(unitId)) {
			post.end("unit-closed", this.clock.instant());
			this.events.publishEvent(new RightsLost(post.personId(), by));
		}
		this.units.flush();
		this.audit.record(AuditEvent.of(by, "unit.closed", "unit:" + unitId).in(unitId).with(unit.name()));
	}

	private void checkName(String name, Long parentId, Long except) {
		if (name.isEmpty() || Characters.count(name) > MAX_NAME_LENGTH) {
			throw Refusal.Invalid.field("name", "refusal.people.name-length", MAX_NAME_LENGTH);
		}
		if (this.units.findByParentIdAndActiveTrue(parentId)
			.stream()
			.anyMatch((other) -> other.name().equals(name) && !other.id().equals(except))) {
			throw new Refusal.Conflict("refusal.people.unit-name-taken", name);
		}
	}

	private Unit reachable(long unitId, Actor by) {
		Unit unit = this.units.findById(unitId).orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
		UnitPermissions.mustHold(by, unit.path(), Roles.ADMIN);
		if (!unit.active()) {
			throw new Refusal.Conflict("refusal.people.unit-closed", unit.name());
		}
		return unit;
	}

}
