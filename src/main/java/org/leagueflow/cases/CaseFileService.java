package org.leagueflow.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.engine.TaskEvent.CaseEnded;
import org.leagueflow.engine.TaskEvent.StageEntered;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.people.UnitMoved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps the case files, and lets them follow the engine before anybody else reads them.
 */
@Service
@Transactional
class CaseFileService implements Cases {

	private static final String APPLICANT = "applicant";

	private final CaseFiles files;

	private final CaseRoles roles;

	private final Submissions submissions;

	private final CaseEvents events;

	private final CaseQueries list;

	private final CaseSeries series;

	/** Known from the first question on. */
	private final Supplier<List<CaseReaders>> readers;

	private final CaseReading reading;

	private final People people;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher publisher;

	private final BusinessClock clock;

	CaseFileService(CaseFiles files, CaseRoles roles, Submissions submissions, CaseEvents events, CaseQueries list,
			CaseSeries series, ObjectProvider<CaseReaders> readers, CaseReading reading, People people,
			AuditLog auditLog, ApplicationEventPublisher publisher, BusinessClock clock) {
		this.files = files;
		this.roles = roles;
		this.submissions = submissions;
		this.events = events;
		this.list = list;
		this.series = series;
		this.readers = SingletonSupplier.of(() -> readers.orderedStream().toList());
		this.reading = reading;
		this.people = people;
		this.auditLog = auditLog;
		this.publisher = publisher;
		this.clock = clock;
	}

	@Override
	public CaseId open(String process, String title, long subjectPersonId, long unitId, Actor by) {
		return open(process, title, Subject.person(subjectPersonId, this.people.person(subjectPersonId).name()), unitId,
				by);
	}

	@Override
	public CaseId open(String process, String title, Subject subject, long unitId, Actor by) {
		CaseFile file = new CaseFile(process, title, subject, by.personId(), this.clock.instant());
		settle(file, unitId);
		this.files.saveAndFlush(file);
		file.number(this.series.of(process), this.clock.today().getYear());
		this.files.saveAndFlush(file);
		this.auditLog.record(AuditEvent.of(by, "case.opened", "case:" + file.caseId()).on(file.caseId()).in(unitId));
		return file.caseId();
	}

	@Override
	@Transactional(readOnly = true)
	public CaseCard card(CaseId caseId) {
		return file(caseId).card();
	}

	@Override
	public void move(CaseId caseId, long unitId) {
		CaseFile file = file(caseId);
		settle(file, unitId);
		this.publisher.publishEvent(new CaseChanged.Moved(caseId, file.card().process(), unitId));
	}

	@Override
	public void giveRole(CaseId caseId, String role, List<Long> persons) {
		Instant now = this.clock.instant();
		this.roles.end(caseId.value(), role, now.truncatedTo(ChronoUnit.MILLIS));
		persons.stream().distinct().forEach((person) -> this.roles.save(new CaseRole(caseId, role, person, now)));
		this.publisher.publishEvent(new CaseChanged.RoleGiven(caseId, card(caseId).process(), role));
	}

	@Override
	@Transactional(readOnly = true)
	public List<Long> holders(CaseId caseId, String role) {
		return APPLICANT.equals(role) ? file(caseId).person() : this.roles.holders(caseId.value(), role);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Part> parts(long personId) {
		return this.roles.playedBy(personId).stream().map(CaseRole::part).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public boolean maySee(CaseId caseId, Actor by) {
		CaseCard card = card(caseId);
		return by.isSystem() || card.isAbout(by.personId()) || card.openedBy() == by.personId()
				|| by.posts().stream().anyMatch((post) -> post.reaches(card.unitPath()))
				|| this.roles.existsByCaseIdAndPersonId(caseId.value(), by.personId())
				|| this.readers.get().stream().anyMatch((reader) -> reader.maySee(card, by));
	}

	@Override
	@Transactional(readOnly = true)
	public boolean worksOn(CaseId caseId, Actor by) {
		return this.reading.of(card(caseId), by).works();
	}

	@Override
	@Transactional(readOnly = true)
	public boolean mayOpen(CaseId caseId, long attachmentId, Actor by) {
		if (!maySee(caseId, by)) {
			return false;
		}
		CaseReader reader = this.reading.of(card(caseId), by);
		return reader.works() || this.reading.files(caseId, reader).contains(attachmentId);
	}

	@Override
	public void note(CaseId caseId, Actor by, Message words, Readers readers) {
		this.events.add(caseId, by, words, readers, this.clock.instant());
	}

	@Override
	public Submission record(Submission made) {
		Submission timed = made.recorded(0, (made.at() != null) ? made.at() : this.clock.instant());
		return timed.recorded(this.submissions.add(timed), timed.at());
	}

	@Override
	@Transactional(readOnly = true)
	public List<Submission> submissions(CaseId caseId) {
		return this.submissions.of(caseId);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Submission> submission(String idempotencyKey) {
		return this.submissions.withKey(idempotencyKey);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Submission> answerOf(String taskId) {
		return this.submissions.answering(taskId);
	}

	@Override
	@Transactional(readOnly = true)
	public List<CaseId> openOf(long subjectPersonId, String process) {
		return this.files.openOf(subjectPersonId, process).stream().map(CaseId::new).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public CaseListing list(CaseFilter filter, Actor by, int limit) {
		String path = (filter.unitId() != null) ? this.people.unit(filter.unitId()).path() : null;
		return this.list.find(filter, path, by, limit);
	}

	@Override
	@Transactional(readOnly = true)
	public List<CaseCard> ofUnit(String process, long unitId, Instant since) {
		return this.list.ofUnit(process, unitId, since);
	}

	@Override
	@Transactional(readOnly = true)
	public List<TimelineEntry> timeline(CaseId caseId) {
		return Stream
			.concat(this.submissions.of(caseId).stream().map(TimelineEntry::of), this.events.of(caseId).stream())
			.sorted(Comparator.comparing(TimelineEntry::at))
			.toList();
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(StageEntered event) {
		file(event.caseId()).enter(event.stage());
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(CaseEnded event) {
		file(event.caseId()).end(event.outcome(), this.clock.instant());
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(UnitMoved event) {
		this.files.unitsUnder(event.fromPath()).forEach((unit) -> {
			this.files.movePaths(unit, this.people.unit(unit).path());
			this.files.moveSchool(unit, school(unit));
		});
	}

	private void settle(CaseFile file, long unitId) {
		file.belongTo(this.people.unit(unitId), school(unitId));
	}

	private Long school(long unitId) {
		return this.people.nearest(unitId, UnitKind.COMMITTEE).map(UnitCard::id).orElse(null);
	}

	private CaseFile file(CaseId caseId) {
		return this.files.findById(caseId.value())
			.orElseThrow(() -> new Refusal.NotFound("refusal.cases.unknown", caseId.key()));
	}

}
