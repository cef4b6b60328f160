package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins memberships and moves persons between units. */
@Service
class MembershipService {

	private static final Set<UnitKind> BRANCH_LEVELS = Set.of(UnitKind.BRANCH, UnitKind.GROUP);

	private final Persons persons;

	private final BulkInserts rows;

	private final Units units;

	private final Memberships memberships;

	private final Appointments appointments;

	private final BusinessClock clock;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	MembershipService(Persons persons, BulkInserts rows, Units units, Memberships memberships,
			Appointments appointments, BusinessClock clock, ApplicationEventPublisher events, AuditLog audit) {
		this.persons = persons;
		this.rows = rows;
		this.units = units;
		this.memberships = memberships;
		this.appointments = appointments;
		this.clock = clock;
		this.events = events;
		this.audit = audit;
	}

	@Transactional
	void admit(long personId, long branchId, LocalDate since, String memberNumber, Actor by) {
		admitAll(List.of(new NewMembership(personId, branchId, since, memberNumber)), by);
	}

	/** Admits many at once. */
	@Transactional
	void admitAll(List<NewMembership> all, Actor by) {
		List<Long> ids = all.stream().map(NewMembership::personId).toList();
		Map<Long, Person> persons = this.persons.findAllById(ids)
			.stream()
			.collect(Collectors.toMap(Person::id, Function.identity()));
		if (persons.size() < ids.size()) {
			throw new Refusal.NotFound("refusal.people.person-unknown");
		}
		if (this.memberships.existsByPersonIdInAndToDateIsNull(ids)) {
			throw new Refusal.Conflict("refusal.people.already-member", persons.get(ids.get(0)).name());
		}
		checkNew(all);
		all.forEach((one) -> persons.get(one.personId()).admit(one.branchId(), one.since(), one.memberNumber()));
		this.persons.flush();
		beginAll(all, by);
	}

	/** Checks where and since when membership begins, and the numbers. */
	void checkNew(List<NewMembership> all) {
		all.stream().map(NewMembership::branchId).distinct().forEach(this::checkBranch);
		Set<String> taken = taken(all.stream().map(NewMembership::memberNumber).toList());
		for (NewMembership one : all) {
			checkNumber(one.memberNumber(), taken);
			checkPast(one.since());
		}
	}

	/** Begins memberships that were checked, of persons whose own facts say so. */
	void beginAll(List<NewMembership> all, Actor by) {
		this.rows.memberships(all);
		this.audit.recordAll(all.stream()
			.map((one) -> AuditEvent.of(by, "member.admitted", "person:" + one.personId())
				.in(one.branchId())
				.with(one.since().toString()))
			.toList());
	}

	/** Corrects since when somebody has been a member, and under which number. */
	@Transactional
	void correct(long personId, LocalDate since, String memberNumber, Actor by) {
		Person person = person(personId);
		String number = (memberNumber != null) ? memberNumber : person.memberNumber();
		LocalDate from = (since != null) ? since : person.memberSince();
		if (from.equals(person.memberSince()) && Objects.equals(number, person.memberNumber())) {
			return;
		}
		if (!Objects.equals(number, person.memberNumber())) {
			checkNumber(number, taken(List.of(number)));
		}
		checkPast(from);
		this.memberships.findByPersonIdOrderByFromDate(personId)
			.stream()
			.findFirst()
			.ifPresent((first) -> first.begin(from));
		LocalDate before = person.memberSince();
		person.correctMembership(from, number);
		this.persons.flush();
		this.audit.record(AuditEvent.of(by, "member.corrected", "person:" + personId)
			.in(person.unitId())
			.changed(before.toString(), from.toString()));
	}

	private void checkBranch(long branchId) {
		Unit branch = receiving(branchId);
		if (branch.kind() != UnitKind.BRANCH) {
			throw new Refusal.Invalid("refusal.people.members-live-in-branches", branch.name());
		}
	}

	private Set<String> taken(List<String> numbers) {
		Set<String> asked = numbers.stream().filter(Objects::nonNull).collect(Collectors.toSet());
		return asked.isEmpty() ? Set.of()
				: this.persons.findByMemberNumberIn(asked)
					.stream()
					.map(Person::memberNumber)
					.collect(Collectors.toSet());
	}

	private static void checkNumber(String number, Set<String> taken) {
		if (number != null && taken.contains(number)) {
			throw new Refusal.Conflict("refusal.people.member-number-taken", number);
		}
	}

	private void checkPast(LocalDate since) {
		if (since.isAfter(this.clock.today())) {
			throw Refusal.Invalid.field("memberSince", "refusal.people.future", since);
		}
	}

	@Transactional
	void move(long personId, long toUnitId, LocalDate on, Actor by) {
		Person person = person(personId);
		Unit to = receiving(toUnitId);
		if (on.isAfter(this.clock.today())) {
			throw Refusal.Invalid.field("on", "refusal.people.future", on);
		}
		long from = person.unitId();
		this.memberships.findByPersonIdAndToDateIsNull(personId).ifPresent((current) -> carryOver(current, to, on));
		person.move(toUnitId);
		this.persons.saveAndFlush(person);
		endBranchPosts(personId, to, by);
		this.audit.record(AuditEvent.of(by, "person.moved", "person:" + personId)
			.in(toUnitId)
			.changed("unit:" + from, "unit:" + toUnitId));
		this.events.publishEvent(new PersonMoved(personId, from, toUnitId, on));
	}

	private void carryOver(Membership current, Unit to, LocalDate on) {
		Unit branch = (to.kind() == UnitKind.GROUP) ? receiving(to.parentId()) : to;
		if (branch.kind() != UnitKind.BRANCH) {
			throw new Refusal.Invalid("refusal.people.members-live-in-branches", to.name());
		}
		if (branch.id().equals(current.branchId())) {
			return;
		}
		Membership next = current.continueIn(branch.id(), on);
		if (current.empty()) {
			this.memberships.delete(current);
		}
		this.memberships.saveAndFlush(next);
	}

	/** Who leaves a branch leaves its committee as well. */
	private void endBranchPosts(long personId, Unit to, Actor by) {
		for (Appointment post : this.appointments.findByPersonIdAndEndedAtIsNull(personId)) {
			boolean ofBranch = Posts.level(post.role()).filter(BRANCH_LEVELS::contains).isPresent();
			if (ofBranch && !to.path().contains("/" + post.unitId() + "/")) {
				post.end("moved", this.clock.instant());
				this.appointments.saveAndFlush(post);
				this.events.publishEvent(new RightsLost(personId, by));
				this.events.publishEvent(new PostsChanged(post.unitId()));
			}
		}
	}

	private Person person(long personId) {
		return this.persons.findById(personId).orElseThrow(() -> new Refusal.NotFound("refusal.people.person-unknown"));
	}

	private Unit receiving(long unitId) {
		Unit unit = this.units.findById(unitId).orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
		if (!unit.active()) {
			throw new Refusal.Conflict("refusal.people.unit-closed", unit.name());
		}
		if (!unit.receivesMembers()) {
			throw new Refusal.Invalid("refusal.people.branch-never-receives", unit.name());
		}
		return unit;
	}

}
