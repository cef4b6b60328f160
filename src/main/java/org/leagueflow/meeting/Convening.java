package org.leagueflow.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/** Calls a meeting: as somebody asks for it, or once more as a void one was called. */
@Component
class Convening {

	private static final Duration RECONVENE_AFTER = Duration.ofDays(7);

	private final Meetings meetings;

	private final AgendaEntries entries;

	private final MeetingRights rights;

	private final Electorate electorate;

	private final Cases cases;

	private final Processes processes;

	private final People people;

	private final DocumentTexts texts;

	private final MeetingNews news;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	Convening(Meetings meetings, AgendaEntries entries, MeetingRights rights, Electorate electorate, Cases cases,
			Processes processes, People people, DocumentTexts texts, MeetingNews news, AuditLog auditLog,
			BusinessClock clock) {
		this.meetings = meetings;
		this.entries = entries;
		this.rights = rights;
		this.electorate = electorate;
		this.cases = cases;
		this.processes = processes;
		this.people = people;
		this.texts = texts;
		this.news = news;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** Calls a meeting with an agenda of waiting cases, as a case of its own. */
	Meeting call(Convocation convocation, Actor by) {
		check(convocation, by);
		Meeting meeting = this.meetings.saveAndFlush(
				new Meeting(convocation, moment(convocation.startsAt()), this.clock.instant(), by.personId()));
		convocation.entries().forEach((id) -> meeting.takeUp(entry(id)));
		meeting.drawUp(this.electorate.of(meeting, this.clock.today()));
		this.auditLog.record(AuditEvent.of(by, "meeting.convened", "meeting:" + meeting.id()).in(meeting.unitId()));
		startProcess(meeting, by);
		this.news.tell(meeting);
		return meeting;
	}

	private void startProcess(Meeting meeting, Actor by) {
		String title = this.texts.say("meeting.case", this.people.unit(meeting.unitId()).name(),
				this.texts.kind(meeting.kind()), this.texts.moment(meeting.startsAt()));
		CaseId caseId = this.cases.open("meeting", title, meeting.chairId(), meeting.unitId(), by);
		meeting.movedBy(caseId);
		this.meetings.saveAndFlush(meeting);
		this.processes.start("meeting", caseId, Answers.NONE);
	}

	/**
	 * A void meeting once more: its agenda, chair, recorder and place, a week after it
	 * was due; what of the agenda no longer waits is left out.
	 */
	Convocation again(Meeting old) {
		List<Long> waiting = old.items()
			.stream()
			.map(Item::entry)
			.filter(AgendaEntry::waits)
			.map(AgendaEntry::id)
			.toList();
		return new Convocation(old.kind(), old.unitId(), old.place(), nextWeek(old), old.chairId(), old.recorderId(),
				old.topics(), waiting, old.id());
	}

	private LocalDateTime nextWeek(Meeting old) {
		LocalDateTime due = LocalDateTime.ofInstant(old.startsAt(), this.clock.getZone());
		LocalDateTime next = due.plus(RECONVENE_AFTER);
		return next.isAfter(this.clock.localNow()) ? next
				: due.toLocalTime().atDate(this.clock.today().plusDays(RECONVENE_AFTER.toDays()));
	}

	boolean isReconvened(Meeting meeting) {
		return this.meetings.existsByReconvenesId(meeting.id());
	}

	private void check(Convocation convocation, Actor by) {
		UnitCard unit = this.people.unit(convocation.unitId());
		Meeting old = (convocation.reconvenes() != null) ? voided(convocation) : null;
		if (!this.rights.convenes(by, unit.id()) && (old == null || !this.rights.runs(by, old))) {
			throw new Refusal.NotAllowed("refusal.meeting.not-yours");
		}
		if (!convocation.kind().isHeldBy(unit.kind())) {
			throw Refusal.Invalid.field("kind", "refusal.meeting.kind", unit.name());
		}
		checkPlace(convocation.place());
		checkStart(convocation.startsAt());
		if (convocation.topics() != null && convocation.topics().length() > 4000) {
			throw Refusal.Invalid.field("topics", "refusal.meeting.topics");
		}
		Stream.of(convocation.chairId(), convocation.recorderId()).forEach((id) -> checkLeader(id, unit));
		if (old != null) {
			checkReconvenes(old);
		}
	}

	void checkPlace(String place) {
		if (place == null || place.isBlank() || Characters.count(place) > 100) {
			throw Refusal.Invalid.field("place", "refusal.meeting.place");
		}
	}

	void checkStart(LocalDateTime startsAt) {
		if (startsAt == null || startsAt.isBefore(this.clock.localNow().minus(Meeting.MAX_LATE))) {
			throw Refusal.Invalid.field("startsAt", "refusal.meeting.past");
		}
		if (startsAt.isAfter(this.clock.localNow().plusYears(1))) {
			throw Refusal.Invalid.field("startsAt", "refusal.meeting.far");
		}
	}

	Instant moment(LocalDateTime local) {
		return local.atZone(this.clock.getZone()).toInstant();
	}

	/** Whether the person can lead a meeting of this unit. */
	void checkLeader(long personId, long unit) {
		checkLeader(personId, this.people.unit(unit));
	}

	private void checkLeader(long personId, UnitCard unit) {
		PersonCard person = this.people.person(personId);
		boolean near = unit.path().startsWith(person.unitPath()) || person.unitPath().startsWith(unit.path())
				|| this.people.posts(personId).stream().anyMatch((post) -> post.unitId() == unit.id());
		if (!person.active() || !near) {
			throw Refusal.Invalid.field("chairId", "refusal.meeting.leader", person.name(), unit.name());
		}
	}

	private Meeting voided(Convocation convocation) {
		return this.meetings.lock(convocation.reconvenes())
			.filter((meeting) -> meeting.unitId() == convocation.unitId() && meeting.kind() == convocation.kind())
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

	/** A void meeting is called again once. */
	private void checkReconvenes(Meeting old) {
		if (old.state() != Meeting.State.VOID) {
			throw new Refusal.Conflict("refusal.meeting.not-void");
		}
		if (isReconvened(old)) {
			throw new Refusal.Conflict("refusal.meeting.reconvened-already");
		}
	}

	private AgendaEntry entry(long id) {
		return this.entries.findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-item"));
	}

}
