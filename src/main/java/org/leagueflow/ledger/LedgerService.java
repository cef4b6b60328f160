package org.leagueflow.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import org.leagueflow.ledger.LedgerEntries.DaySum;
import org.leagueflow.ledger.LedgerEntries.Recorder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books, takes back and counts; nobody books for himself. */
@Service
class LedgerService implements Ledger {

	static final int MAX_PERSONS = 300;

	// Before this nobody in any roster was born.
	private static final LocalDate MIN_DATE = LocalDate.of(1990, 1, 1);

	private final LedgerEntries lines;

	private final People people;

	private final List<MayRecord> permissions;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	LedgerService(LedgerEntries lines, People people, List<MayRecord> permissions, AuditLog auditLog,
			BusinessClock clock) {
		this.lines = lines;
		this.people = people;
		this.permissions = permissions;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public int total(long personId, EntryKind kind, LocalDate from, LocalDate to) {
		return this.lines.total(personId, kind, from, to);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, Integer> totals(Collection<Long> personIds, EntryKind kind, LocalDate from, LocalDate to) {
		Map<Long, Integer> totals = new HashMap<>();
		if (!personIds.isEmpty()) {
			this.lines.sums(personIds, List.of(kind), (to != null) ? to : LedgerEntries.MAX_DATE)
				.stream()
				.filter((sum) -> from == null || !sum.onDate().isBefore(from))
				.forEach((sum) -> totals.merge(sum.personId(), (int) sum.amount(), Integer::sum));
		}
		return totals;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<LocalDate>> days(Collection<Long> personIds, EntryKind kind, LocalDate until) {
		return personIds.isEmpty() ? Map.of() : this.lines.sums(personIds, List.of(kind), until)
			.stream()
			.filter((sum) -> sum.amount() > 0)
			.sorted(Comparator.comparing(DaySum::onDate))
			.collect(Collectors.groupingBy(DaySum::personId, Collectors.mapping(DaySum::onDate, Collectors.toList())));
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, Set<Long>> recorders(Collection<Long> personIds, EntryKind kind) {
		return personIds.isEmpty() ? Map.of()
				: this.lines.recorders(personIds, kind)
					.stream()
					.collect(Collectors.groupingBy(Recorder::personId,
							Collectors.mapping(Recorder::recordedBy, Collectors.toSet())));
	}

	@Override
	@Transactional(readOnly = true)
	public List<LedgerEntry> entries(long personId) {
		return lines(personId);
	}

	@Override
	@Transactional
	public long record(long personId, Booking booking, Actor by) {
		check(booking);
		hold(List.of(personId), booking);
		return book(personId, booking, by);
	}

	@Override
	@Transactional
	public long record(Subject subject, Booking booking, Actor by) {
		if (subject.kind() == Subject.Kind.PERSON) {
			return record(subject.id(), booking, by);
		}
		if (subject.kind() != Subject.Kind.UNIT || booking.kind() != EntryKind.HONOUR) {
			throw Refusal.Invalid.field("kind", "refusal.ledger.kind");
		}
		requireSystem(by);
		check(booking);
		UnitCard unit = this.people.unit(subject.id());
		long id = this.lines.save(new LedgerLine(subject.kind(), unit.id(), booking, by, this.clock.instant())).id();
		recorded(AuditEvent.of(by, "ledger.recorded", "unit:" + unit.id()).in(unit.id()), id, booking);
		return id;
	}

	@Override
	@Transactional
	public List<Long> recordAll(Collection<Long> personIds, Booking booking, Actor by) {
		check(booking);
		if (personIds.isEmpty() || personIds.size() > MAX_PERSONS) {
			throw Refusal.Invalid.field("persons", "refusal.ledger.persons", MAX_PERSONS);
		}
		hold(personIds, booking);
		return new LinkedHashSet<>(personIds).stream().map((person) -> book(person, booking, by)).toList();
	}

	private long book(long personId, Booking booking, Actor by) {
		PersonCard person = mayBook(personId, booking.kind(), by);
		inLifetime(person, booking);
		if (booking.kind().graded()) {
			onceAYear(person, booking);
		}
		long id = this.lines.save(new LedgerLine(Subject.Kind.PERSON, personId, booking, by, this.clock.instant()))
			.id();
		recorded(AuditEvent.of(by, "ledger.recorded", "person:" + personId).in(person.unitId()), id, booking);
		return id;
	}

	private void recorded(AuditEvent event, long id, Booking booking) {
		this.auditLog.record(event.on(booking.caseId())
			.with(Map.of("entry", id, "kind", booking.kind(), "on", booking.on(), "amount", booking.amount(), "title",
					booking.title())));
	}

	/** Nobody enters by hand what decisions gave a unit. */
	private static void requireSystem(Actor by) {
		if (!by.isSystem()) {
			throw new Refusal.NotAllowed("refusal.ledger.unit");
		}
	}

	/** Of two who grade a person at once the second finds the first one's grade. */
	private void hold(Collection<Long> personIds, Booking booking) {
		if (booking.kind().graded()) {
			this.people.hold(personIds);
		}
	}

	/** Another grade for the year is given after the first one was taken back. */
	private void onceAYear(PersonCard person, Booking booking) {
		int year = booking.on().getYear();
		if (this.lines.total(person.id(), booking.kind(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)) != 0) {
			throw Refusal.Invalid.field("on", "refusal.ledger.onceAYear", person.name(), Integer.toString(year));
		}
	}

	@Override
	@Transactional(readOnly = true)
	public boolean counts(long personId, EntryKind kind, LocalDate on) {
		LocalDate born = this.people.person(personId).birthDate();
		return born == null || !on.isBefore(kind.taught() ? studiesFrom(born) : born);
	}

	private static LocalDate studiesFrom(LocalDate born) {
		return born.plusYears(14).withDayOfMonth(1);
	}

	/**
	 * Nobody did anything before being born, and what is learned for the League counts
	 * from the month of the fourteenth birthday (志愿书填写时序).
	 */
	private static void inLifetime(PersonCard person, Booking booking) {
		LocalDate born = person.birthDate();
		if (born == null) {
			return;
		}
		if (booking.on().isBefore(born)) {
			throw Refusal.Invalid.field("on", "refusal.ledger.unborn", person.name(), born.toString());
		}
		LocalDate from = studiesFrom(born);
		if (booking.kind().taught() && booking.on().isBefore(from)) {
			throw Refusal.Invalid.field("on", "refusal.ledger.tooYoung", person.name(), from.toString());
		}
	}

	@Override
	@Transactional
	public long correct(long entryId, int amount, String reason, Actor by) {
		LedgerEntry line = this.lines.lock(entryId)
			.map(LedgerLine::entry)
			.orElseThrow(() -> new Refusal.NotFound("refusal.ledger.entry"));
		AuditEvent event = corrects(line, by);
		check(line, amount, reason);
		long id = this.lines.save(LedgerLine.counter(line, amount, reason.strip(), by, this.clock.instant())).id();
		this.auditLog.record(event.on(line.caseId())
			.with(Map.of("entry", entryId, "counter", id, "amount", amount, "reason", reason.strip())));
		return id;
	}

	/** Who may take back, as the event says it. */
	private AuditEvent corrects(LedgerEntry line, Actor by) {
		if (line.personal()) {
			PersonCard person = mayBook(line.subjectId(), line.kind(), by);
			return AuditEvent.of(by, "ledger.corrected", "person:" + person.id()).in(person.unitId());
		}
		requireSystem(by);
		return AuditEvent.of(by, "ledger.corrected", "unit:" + line.subjectId()).in(line.subjectId());
	}

	/** What was booked of a unit, for its people, those who lead and those who check. */
	@Transactional(readOnly = true)
	public UnitAccount unit(long unitId, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		boolean own = this.people.person(by.personId()).unitPath().startsWith(unit.path());
		if (!own && by.posts().stream().noneMatch((post) -> post.reaches(unit.path()))) {
			throw new Refusal.NotFound("refusal.ledger.unitUnknown");
		}
		return new UnitAccount(unit, entries(Subject.Kind.UNIT, unitId));
	}

	/** The lines of a person, for the person, those who lead, and those who check. */
	@Transactional(readOnly = true)
	public Account account(long personId, Actor by) {
		PersonCard person = this.people.person(personId);
		if (!reads(person, by)) {
			throw new Refusal.NotFound("refusal.ledger.person");
		}
		return new Account(person, lines(personId), kinds(person, by));
	}

	private List<LedgerEntry> lines(long personId) {
		return entries(Subject.Kind.PERSON, personId);
	}

	private List<LedgerEntry> entries(Subject.Kind kind, long id) {
		return this.lines.findBySubjectKindAndSubjectIdOrderByOnDateDescIdDesc(kind, id)
			.stream()
			.map(LedgerLine::entry)
			.toList();
	}

	/** Whether the actor may read the person's lines. */
	@Transactional(readOnly = true)
	public boolean mayRead(long personId, Actor by) {
		return reads(this.people.person(personId), by);
	}

	private boolean reads(PersonCard person, Actor by) {
		return books(person, by) || by.personId() == person.id() || by.holdsOver(Roles.AUDITOR, person.unitPath())
				|| by.holdsOver(Roles.ADMIN, person.unitPath())
				|| by.holdsOver(Roles.COUNTY_COMMITTEE, person.unitPath());
	}

	/**
	 * @throws Refusal.NotAllowed to whoever may not book this kind for the person
	 */
	@Transactional(readOnly = true)
	public void requireBooking(long personId, EntryKind kind, Actor by) {
		mayBook(personId, kind, by);
	}

	/** The persons found by name or number whom this actor may book for. */
	@Transactional(readOnly = true)
	public List<PersonCard> search(String text, Actor by) {
		if (text == null || text.isBlank()) {
			return List.of();
		}
		return this.people.search(text.strip(), by, 50).stream().filter((person) -> books(person, by)).toList();
	}

	/**
	 * The active people of the branches that the actor leads, for booking many at once.
	 */
	@Transactional(readOnly = true)
	public List<PersonCard> persons(Collection<Long> ids, Actor by) {
		return this.people.persons(ids).stream().filter((person) -> books(person, by)).toList();
	}

	private boolean books(PersonCard person, Actor by) {
		return !kinds(person, by).isEmpty();
	}

	private List<EntryKind> kinds(PersonCard person, Actor by) {
		return Arrays.stream(EntryKind.values()).filter((kind) -> may(person, kind, by)).toList();
	}

	private boolean may(PersonCard person, EntryKind kind, Actor by) {
		return by.personId() != person.id()
				&& this.permissions.stream().anyMatch((permission) -> permission.mayRecord(by, person, kind));
	}

	private PersonCard mayBook(long personId, EntryKind kind, Actor by) {
		PersonCard person = this.people.person(personId);
		if (by.personId() == personId) {
			throw new Refusal.NotAllowed("refusal.ledger.self");
		}
		if (!by.isSystem() && !may(person, kind, by)) {
			throw new Refusal.NotAllowed("refusal.ledger.recorder", person.name());
		}
		return person;
	}

	private void check(Booking booking) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		if (booking.kind() == null) {
			wrong.put("kind", Message.of("refusal.ledger.kind"));
		}
		else if (booking.amount() < 1 || booking.amount() > booking.kind().mostAtOnce()) {
			wrong.put("amount",
					Message.of("refusal.ledger.amount", booking.kind().mostAtOnce() / booking.kind().scale()));
		}
		if (booking.on() == null || booking.on().isAfter(this.clock.today()) || booking.on().isBefore(MIN_DATE)) {
			wrong.put("on", Message.of("refusal.ledger.on"));
		}
		if (booking.title() == null || booking.title().isBlank() || booking.title().length() > 200) {
			wrong.put("title", Message.of("refusal.ledger.title", 200));
		}
		if (!booking.proved() || Characters.count(booking.evidence()) > 10_000) {
			wrong.put("evidence", Message.of("refusal.ledger.evidence", 10_000));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	private void check(LedgerEntry line, int amount, String reason) {
		if (line.counter()) {
			throw new Refusal.Conflict("refusal.ledger.counter");
		}
		Map<String, Message> wrong = new LinkedHashMap<>();
		int left = line.amount() + this.lines.countered(line.id());
		if (amount < 1 || amount > left || line.kind().graded() && amount != left) {
			wrong.put("amount", Message.of("refusal.ledger.left", Amounts.words(left, line.kind())));
		}
		if (reason == null || reason.isBlank() || reason.length() > 500) {
			wrong.put("reason", Message.of("refusal.ledger.reason", 500));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	/** What was booked of a unit, the newest day first. */
	record UnitAccount(UnitCard unit, List<LedgerEntry> entries) {
	}

	/**
	 * A person's ledger as one reader sees it.
	 *
	 * @param mayBook the kinds that the reader may book and correct
	 */
	record Account(PersonCard person, List<LedgerEntry> entries, List<EntryKind> mayBook) {

		int total(EntryKind kind) {
			if (kind.graded()) {
				return grade(kind);
			}
			return this.entries.stream().filter((entry) -> entry.kind() == kind).mapToInt(LedgerEntry::amount).sum();
		}

		/** The latest grade that was not taken back; 0 when there is none. */
		private int grade(EntryKind kind) {
			Set<Long> back = this.entries.stream()
				.map(LedgerEntry::corrects)
				.filter(Objects::nonNull)
				.collect(Collectors.toSet());
			return this.entries.stream()
				.filter((entry) -> entry.kind() == kind && !entry.counter() && !back.contains(entry.id()))
				.findFirst()
				.map(LedgerEntry::amount)
				.orElse(0);
		}

	}

}
