package org.leagueflow.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.audit.Deed;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Person.LeftReason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters persons, corrects what is known of them, and lets them go. */
@Service
class PersonService {

	private static final int LONGEST_NAME = 100;

	private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,32}");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9 -]{5,30}");

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,130}");

	private final Persons persons;

	private final Units units;

	private final Memberships memberships;

	private final Appointments appointments;

	private final AccountService accounts;

	private final MembershipService moves;

	private final BusinessClock clock;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	PersonService(Persons persons, Units units, Memberships memberships, Appointments appointments,
			AccountService accounts, MembershipService moves, BusinessClock clock, AuditLog audit,
			ApplicationEventPublisher events) {
		this.persons = persons;
		this.units = units;
		this.memberships = memberships;
		this.appointments = appointments;
		this.accounts = accounts;
		this.moves = moves;
		this.clock = clock;
		this.audit = audit;
		this.events = events;
	}

	@Transactional
	long enter(NewPerson facts, Actor by) {
		Unit unit = reachable(facts.unitId(), by);
		if (!unit.active()) {
			throw new Refusal.Conflict("refusal.people.unit-closed", unit.name());
		}
		if (!unit.receivesMembers()) {
			throw new Refusal.Invalid("refusal.people.branch-never-receives", unit.name());
		}
		check(facts, null);
		Person person = this.persons.saveAndFlush(new Person(facts));
		this.audit.record(Deed.of(by, "person.entered", "person:" + person.id()).in(facts.unitId()));
		return person.id();
	}

	/** Corrects everything but the unit, which changes by moving. */
	@Transactional
	void correct(long personId, NewPerson facts, Actor by) {
		Person person = reachablePerson(personId, by);
		check(facts, personId);
		person.correct(facts);
		this.persons.flush();
		this.audit.record(Deed.of(by, "person.corrected", "person:" + personId).in(person.unitId()));
	}

	/** Moves a person between two units that the administrator manages. */
	@Transactional
	void transfer(long personId, long toUnitId, LocalDate on, Actor by) {
		reachablePerson(personId, by);
		reachable(toUnitId, by);
		this.moves.move(personId, toUnitId, on, by);
	}

	/** Ends membership, posts and account of somebody who graduated, departed or died. */
	@Transactional
	void leave(long personId, LeftReason reason, LocalDate on, Actor by) {
		Person person = reachablePerson(personId, by);
		if (on == null || on.isAfter(this.clock.today())) {
			throw Refusal.Invalid.field("on", "refusal.people.future", (on != null) ? on : this.clock.today());
		}
		person.leave(reason, on);
		this.memberships.findByPersonIdAndToDateIsNull(personId).ifPresent((membership) -> {
			membership.end(on.minusDays(1));
			if (membership.empty()) {
				this.memberships.delete(membership);
			}
		});
		List<Appointment> posts = this.appointments.findByPersonIdAndEndedAtIsNull(personId);
		posts.forEach((post) -> post.end("left", this.clock.instant()));
		this.persons.flush();
		posts.forEach((post) -> this.events.publishEvent(new PostsChanged(post.unitId())));
		this.accounts.demoted(personId, by);
		this.audit.record(Deed.of(by, "person.left", "person:" + personId).in(person.unitId()).with(reason.name()));
		this.events.publishEvent(new PersonLeft(personId, reason.name(), on));
	}

	/** Takes back that somebody left, which was a mistake; posts stay ended. */
	@Transactional
	void comeBack(long personId, Actor by) {
		Person person = reachablePerson(personId, by);
		if (person.active()) {
			throw new Refusal.Conflict("refusal.people.person-here", person.name());
		}
		person.comeBack();
		this.memberships.findByPersonIdOrderByFromDate(personId)
			.stream()
			.reduce((earlier, later) -> later)
			.ifPresent((last) -> this.memberships
				.save(new Membership(personId, last.branchId(), last.toDate().plusDays(1))));
		this.persons.flush();
		this.audit.record(Deed.of(by, "person.came-back", "person:" + personId).in(person.unitId()));
	}

	/** Puts a member on probation (留团察看 / 留党察看): no vote, no post. */
	@Transactional
	void restrict(long personId, LocalDate from, LocalDate until, Actor by) {
		Person person = reachablePerson(personId, by);
		if (from != null && until != null && until.isBefore(from)) {
			throw Refusal.Invalid.field("until", "refusal.people.term-order");
		}
		person.restrict((from != null) ? from : this.clock.today(), until);
		this.persons.flush();
		this.audit.record(Deed.of(by, "person.restricted", "person:" + personId).in(person.unitId()));
		this.events.publishEvent(new PersonRestricted(personId));
	}

	@Transactional
	void restore(long personId, Actor by) {
		Person person = reachablePerson(personId, by);
		person.restore();
		this.persons.flush();
		this.audit.record(Deed.of(by, "person.restored", "person:" + personId).in(person.unitId()));
	}

	private void check(NewPerson facts, Long personId) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		int length = Characters.count(facts.name());
		if (length < 1 || length > LONGEST_NAME || facts.name().chars().anyMatch(Character::isISOControl)) {
			wrong.put("name", Message.of("refusal.people.name-length", LONGEST_NAME));
		}
		if (facts.birthDate() != null && (facts.birthDate().isAfter(this.clock.today())
				|| facts.birthDate().isBefore(this.clock.today().minusYears(120)))) {
			wrong.put("birthDate", Message.of("refusal.people.birth-date"));
		}
		if (facts.sex() != null && !facts.sex().matches("[MF]")) {
			wrong.put("sex", Message.of("refusal.people.sex"));
		}
		refuseUnless(NUMBER, facts.studentNumber(), "studentNumber", "refusal.people.student-number", wrong);
		if (isTaken(facts.studentNumber(), personId)) {
			wrong.put("studentNumber", Message.of("refusal.people.student-number-taken"));
		}
		refuseUnless(PHONE, facts.phone(), "phone", "refusal.people.phone", wrong);
		refuseUnless(EMAIL, facts.email(), "email", "refusal.people.email", wrong);
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	private boolean isTaken(String studentNumber, Long personId) {
		return studentNumber != null && this.persons.findByStudentNumberAndActiveTrue(studentNumber)
			.stream()
			.anyMatch((other) -> !other.id().equals(personId));
	}

	private static void refuseUnless(Pattern pattern, String text, String field, String key,
			Map<String, Message> wrong) {
		if (text != null && !pattern.matcher(text).matches()) {
			wrong.put(field, Message.of(key));
		}
	}

	private Person reachablePerson(long personId, Actor by) {
		Person person = this.persons.findById(personId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.person-unknown"));
		reachable(person.unitId(), by);
		return person;
	}

	private Unit reachable(long unitId, Actor by) {
		Unit unit = this.units.findById(unitId).orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
		Reach.mustHold(by, unit.path(), Roles.ADMIN);
		return unit;
	}

}
