package org.leagueflow.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
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

	private static final int MAX_NAME_LENGTH = 100;

	private static final Pattern EMAIL = Pattern
		.compile("[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{M}\\p{N}.-]{1,130}");

	private final Persons persons;

	private final BulkInserts rows;

	private final Units units;

	private final Directory directory;

	private final Memberships memberships;

	private final Appointments appointments;

	private final MembershipService moves;

	private final BusinessClock clock;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	PersonService(Persons persons, BulkInserts rows, Units units, Directory directory, Memberships memberships,
			Appointments appointments, MembershipService moves, BusinessClock clock, AuditLog audit,
			ApplicationEventPublisher events) {
		this.persons = persons;
		this.rows = rows;
		this.units = units;
		this.directory = directory;
		this.memberships = memberships;
		this.appointments = appointments;
		this.moves = moves;
		this.clock = clock;
		this.audit = audit;
		this.events = events;
	}

	@Transactional
	long enter(NewPerson facts, Actor by) {
		reachable(facts.unitId(), by);
		return enterAll(List.of(PersonEntry.of(facts)), by).get(0);
	}

	/**
	 * Enters many at once, into units that the caller has been seen to reach.
	 * @return the persons' numbers, in the order of the entries
	 */
	@Transactional
	List<Long> enterAll(List<PersonEntry> entries, Actor by) {
		this.units.findAllById(entries.stream().map((entry) -> entry.facts().unitId()).distinct().toList())
			.forEach(PersonService::checkReceives);
		StudentNumbers taken = taken(entries.stream().map(PersonEntry::facts).toList());
		this.moves.checkNew(entries.stream().filter(PersonEntry::member).map((entry) -> entry.membership(0)).toList());
		List<Long> ids = this.rows.persons(entries.stream().map((entry) -> checked(entry, taken)).toList());
		List<AuditEvent> events = new ArrayList<>();
		List<NewMembership> members = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			PersonEntry entry = entries.get(i);
			events.add(AuditEvent.of(by, "person.entered", "person:" + ids.get(i)).in(entry.facts().unitId()));
			if (entry.member()) {
				members.add(entry.membership(ids.get(i)));
			}
		}
		this.audit.recordAll(events);
		this.moves.beginAll(members, by);
		return ids;
	}

	private Person checked(PersonEntry entry, StudentNumbers taken) {
		check(entry.facts(), null, taken);
		Person person = new Person(entry.facts());
		if (entry.idNumber() != null) {
			person.identify(entry.idNumber());
		}
		if (entry.member()) {
			person.admit(entry.facts().unitId(), entry.memberSince(), entry.memberNumber());
		}
		return person;
	}

	private static void checkReceives(Unit unit) {
		if (!unit.active()) {
			throw new Refusal.Conflict("refusal.people.unit-closed", unit.name());
		}
		if (!unit.receivesMembers()) {
			throw new Refusal.Invalid("refusal.people.branch-never-receives", unit.name());
		}
	}

	/** Corrects everything but the unit, which changes by moving. */
	@Transactional
	void correct(long personId, NewPerson facts, Actor by) {
		reachablePerson(personId, by);
		correctAll(List.of(new PersonCorrection(personId, (any) -> facts, null)), by);
	}

	/** Corrects many at once, in units that the caller has been seen to reach. */
	@Transactional
	void correctAll(List<PersonCorrection> corrections, Actor by) {
		Map<Long, Person> persons = this.persons
			.findAllById(corrections.stream().map(PersonCorrection::personId).toList())
			.stream()
			.collect(Collectors.toMap(Person::id, Function.identity()));
		Map<Long, NewPerson> wanted = new LinkedHashMap<>();
		corrections
			.forEach((one) -> wanted.put(one.personId(), one.change().apply(persons.get(one.personId()).facts())));
		StudentNumbers taken = taken(wanted.values());
		List<AuditEvent> events = new ArrayList<>();
		for (PersonCorrection one : corrections) {
			Person person = persons.get(one.personId());
			NewPerson facts = wanted.get(one.personId());
			if (!facts.equals(person.facts()) || one.idNumber() != null) {
				check(facts, one.personId(), taken);
				person.correct(facts);
				if (one.idNumber() != null) {
					person.identify(one.idNumber());
				}
				events.add(AuditEvent.of(by, "person.corrected", "person:" + one.personId()).in(person.unitId()));
			}
		}
		this.persons.flush();
		this.audit.recordAll(events);
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
		this.events.publishEvent(new RightsLost(personId, by));
		this.audit
			.record(AuditEvent.of(by, "person.left", "person:" + personId).in(person.unitId()).with(reason.name()));
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
		this.audit.record(AuditEvent.of(by, "person.came-back", "person:" + personId).in(person.unitId()));
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
		this.audit.record(AuditEvent.of(by, "person.restricted", "person:" + personId).in(person.unitId()));
		this.events.publishEvent(new PersonRestricted(personId));
	}

	@Transactional
	void restore(long personId, Actor by) {
		Person person = reachablePerson(personId, by);
		person.restore();
		this.persons.flush();
		this.audit.record(AuditEvent.of(by, "person.restored", "person:" + personId).in(person.unitId()));
	}

	private void check(NewPerson facts, Long personId, StudentNumbers taken) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		int length = Characters.count(facts.name());
		if (length < 1 || length > MAX_NAME_LENGTH || facts.name().chars().anyMatch(Character::isISOControl)) {
			wrong.put("name", Message.of("refusal.people.name-length", MAX_NAME_LENGTH));
		}
		PersonName.fault(facts.name())
			.ifPresent((fault) -> wrong.putIfAbsent("name",
					Message.of("roster.finding." + fault.rule(), fault.sign(), fault.place())));
		if (facts.birthDate() != null && (facts.birthDate().isAfter(this.clock.today())
				|| facts.birthDate().isBefore(this.clock.today().minusYears(120)))) {
			wrong.put("birthDate", Message.of("refusal.people.birth-date"));
		}
		if (facts.sex() != null && !facts.sex().matches("[MF]")) {
			wrong.put("sex", Message.of("refusal.people.sex"));
		}
		refuseUnless(NewPerson.NUMBER, facts.studentNumber(), "studentNumber", "refusal.people.student-number", wrong);
		if (taken.byOther(facts, personId)) {
			wrong.put("studentNumber", Message.of("refusal.people.student-number-taken"));
		}
		refuseUnless(NewPerson.PHONE, facts.phone(), "phone", "refusal.people.phone", wrong);
		refuseUnless(EMAIL, facts.email(), "email", "refusal.people.email", wrong);
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	/** Who has the student numbers of these; told apart within one school. */
	private StudentNumbers taken(Collection<NewPerson> all) {
		Set<String> numbers = all.stream()
			.map(NewPerson::studentNumber)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		List<Person> holders = numbers.isEmpty() ? List.of() : this.persons.findByStudentNumberInAndActiveTrue(numbers);
		Map<Long, String> schools = new HashMap<>();
		return new StudentNumbers(holders, (unit) -> schools.computeIfAbsent(unit, this.directory::schoolPath));
	}

	/** Who has which student number in which school. */
	private record StudentNumbers(List<Person> holders, Function<Long, String> school) {

		boolean byOther(NewPerson facts, Long personId) {
			return facts.studentNumber() != null && this.holders.stream()
				.anyMatch((other) -> facts.studentNumber().equals(other.studentNumber()) && !other.id().equals(personId)
						&& this.school.apply(other.unitId()).equals(this.school.apply(facts.unitId())));
		}

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
		UnitPermissions.mustHold(by, unit.path(), Roles.ADMIN);
		return unit;
	}

}
