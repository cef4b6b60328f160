package org.leagueflow.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.forms.Attachments;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.meeting.MeetingRecord.Attendee;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.PersonChoice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a League class and corrects who was there once its minutes are signed. */
@Service
class ClassAttendanceService {

	private final MeetingFacade facade;

	private final LeagueClassFinder sheets;

	private final ClassRequirements requirements;

	private final ClassAttendances attendances;

	private final AttendanceCorrections corrections;

	private final StudyHours hours;

	private final Attachments attachments;

	private final LifeRights rights;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	ClassAttendanceService(MeetingFacade facade, LeagueClassFinder sheets, ClassRequirements requirements,
			ClassAttendances attendances, AttendanceCorrections corrections, StudyHours hours, Attachments attachments,
			LifeRights rights, People people, AuditLog auditLog, BusinessClock clock) {
		this.facade = facade;
		this.sheets = sheets;
		this.requirements = requirements;
		this.attendances = attendances;
		this.corrections = corrections;
		this.hours = hours;
		this.attachments = attachments;
		this.rights = rights;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public ClassPage page(long meetingId, Actor by) {
		MeetingRecord meeting = seen(meetingId, by);
		LeagueClass sheet = this.sheets.look(meeting);
		boolean over = meeting.stage() == Stage.HELD || meeting.stage() == Stage.CANCELLED;
		boolean corrects = meeting.stage() == Stage.HELD && mayCorrect(meeting, by);
		Map<Long, Long> lines = this.attendances.lines(meetingId);
		return new ClassPage(meeting, this.people.unit(meeting.unitId()).name(), sheet.theme(), sheet.forms(),
				sheet.lecturer(), sheet.studyHours(), sheet.preparation(), this.requirements.of(meeting),
				this.attachments.all(this.sheets.material(meetingId)), !over && this.facade.runs(meetingId, by),
				corrects, attendance(meeting, lines), corrects ? others(meeting, lines) : List.of(),
				this.corrections.findByMeetingIdOrderById(meetingId));
	}

	private List<ClassPage.Line> attendance(MeetingRecord meeting, Map<Long, Long> lines) {
		Stream<ClassPage.Line> came = meeting.attendees()
			.stream()
			.map((one) -> new ClassPage.Line(one.personId(), one.name(), one.entitled(), one.arrivedAt(), one.leftAt(),
					one.personId() != null && lines.get(one.personId()) != null));
		List<Long> added = lines.keySet().stream().filter((id) -> attendee(meeting, id).isEmpty()).toList();
		Stream<ClassPage.Line> later = this.people.persons(added)
			.stream()
			.map((person) -> new ClassPage.Line(person.id(), person.name(), person.member(), null, null,
					lines.get(person.id()) != null));
		return Stream.concat(came, later).toList();
	}

	private static Optional<Attendee> attendee(MeetingRecord meeting, long personId) {
		return meeting.attendees().stream().filter((one) -> Long.valueOf(personId).equals(one.personId())).findFirst();
	}

	/** Who belonged to the branch on that day and is not on the list. */
	private List<PersonChoice> others(MeetingRecord meeting, Map<Long, Long> lines) {
		List<Long> absent = belonged(meeting).map(Elector::personId)
			.filter((person) -> attendee(meeting, person).isEmpty() && !lines.containsKey(person))
			.toList();
		return PersonChoice.of(this.people.persons(absent));
	}

	private Stream<Elector> belonged(MeetingRecord meeting) {
		return this.people.electors(meeting.unitId(), this.clock.dateOf(meeting.openedAt())).stream();
	}

	/**
	 * Counts a person as there after all, or takes the study hours back by a
	 * counter-entry; the signed minutes stay as they are. Saying what holds already
	 * changes nothing.
	 * @throws Refusal.Conflict when the minutes are not signed yet
	 * @throws Refusal.NotAllowed when the actor may not book for the person
	 */
	@Transactional
	public void correct(long meetingId, long personId, boolean attended, String reason, Actor by) {
		MeetingRecord meeting = seen(meetingId, by);
		if (!mayCorrect(meeting, by)) {
			throw new Refusal.NotAllowed("refusal.life.correct");
		}
		if (meeting.stage() != Stage.HELD) {
			throw new Refusal.Conflict("refusal.life.not-held");
		}
		if (reason == null || reason.isBlank() || reason.length() > 500) {
			throw Refusal.Invalid.field("reason", "refusal.life.reason", 500);
		}
		String name = name(meeting, personId);
		LeagueClass sheet = this.sheets.lock(meeting);
		Long line = this.attendances.lines(meetingId).get(personId);
		if (attended == (line != null)) {
			return;
		}
		if (attended) {
			this.hours.add(meeting, sheet, personId, by);
		}
		else {
			this.hours.takeBack(meeting, personId, line, reason.strip(), by);
		}
		this.corrections.save(new AttendanceCorrection(new ClassAttendance.Id(meetingId, personId), name, attended,
				reason.strip(), by, this.clock.instant()));
		this.auditLog.record(AuditEvent.of(by, "class.attendance-corrected", "meeting:" + meetingId)
			.in(meeting.unitId())
			.on(meeting.caseId())
			.with(Map.of("person", personId, "attended", attended, "reason", reason.strip())));
	}

	private String name(MeetingRecord meeting, long personId) {
		return attendee(meeting, personId).map(Attendee::name)
			.or(() -> belonged(meeting).filter((one) -> one.personId() == personId).map(Elector::name).findFirst())
			.orElseThrow(() -> new Refusal.NotFound("refusal.life.nobody"));
	}

	private boolean mayCorrect(MeetingRecord meeting, Actor by) {
		return this.facade.runs(meeting.id(), by) || this.rights.leads(by, this.people.unit(meeting.unitId()).path());
	}

	private MeetingRecord seen(long meetingId, Actor by) {
		MeetingRecord meeting = this.facade.record(meetingId, by);
		if (meeting.kind() != MeetingKind.LEAGUE_CLASS) {
			throw new Refusal.NotFound("refusal.life.no-class");
		}
		return meeting;
	}

}
