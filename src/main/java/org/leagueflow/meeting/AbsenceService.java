package org.leagueflow.meeting;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of who cannot come (请假), and of who says whether that is all right. */
@Service
@Transactional
class AbsenceService {

	private final Meetings meetings;

	private final RollEntries roll;

	private final Absences absences;

	private final MeetingRights rights;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	private final DocumentTexts texts;

	AbsenceService(Meetings meetings, RollEntries roll, Absences absences, MeetingRights rights,
			Notifications notifications, AuditLog auditLog, BusinessClock clock, DocumentTexts texts) {
		this.meetings = meetings;
		this.roll = roll;
		this.absences = absences;
		this.rights = rights;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
		this.texts = texts;
	}

	/** Asks for leave, before the meeting starts. */
	void ask(long meetingId, String reason, Actor by) {
		Meeting meeting = find(meetingId);
		RollEntry line = this.roll.lock(meetingId, by.personId()).filter((one) -> !one.isGuest()).orElseThrow(() -> {
			this.rights.requireSeeing(by, meeting);
			return new Refusal.Invalid("refusal.meeting.absence-not-expected");
		});
		meeting.requireAhead();
		if (line.isPresent()) {
			throw new Refusal.Conflict("refusal.meeting.absence-present");
		}
		write(meeting, line, words("reason", reason, true));
		Message words = Message.of("meeting.absence-asked", line.name());
		Stream.of(meeting.chairId(), meeting.recorderId())
			.distinct()
			.forEach((officer) -> this.notifications.tell(officer, words, "/meetings/" + meetingId));
		record(meeting, by, "absence.asked", line.personId());
	}

	private void write(Meeting meeting, RollEntry line, String reason) {
		this.absences.findByMeetingIdAndPersonId(meeting.id(), line.personId())
			.ifPresentOrElse((absence) -> absence.ask(reason, this.clock.instant()),
					() -> this.absences.save(new Absence(meeting, line, reason, this.clock.instant())));
	}

	/** Comes after all. */
	void withdraw(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		this.rights.requireSeeing(by, meeting);
		meeting.requireAhead();
		this.absences.findByMeetingIdAndPersonId(meetingId, by.personId())
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-absence"))
			.withdraw(this.clock.instant());
		record(meeting, by, "absence.withdrawn", by.personId());
	}

	/** Grants or refuses; nobody decides on the own leave. */
	void decide(long meetingId, long absenceId, boolean granted, String remark, Actor by) {
		Meeting meeting = find(meetingId);
		this.rights.requireRunning(by, meeting);
		meeting.requireAhead();
		Absence absence = this.absences.findByIdAndMeetingId(absenceId, meetingId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-absence"));
		if (absence.personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.meeting.absence-own");
		}
		absence.decide(granted, words("remark", remark, !granted), this.clock.instant(), by.personId());
		this.notifications.tell(absence.personId(),
				Message.of(granted ? "meeting.absence-granted" : "meeting.absence-refused"), "/meetings/" + meetingId);
		record(meeting, by, granted ? "absence.granted" : "absence.refused", absence.personId());
	}

	/**
	 * Notes leave that was asked for by word of mouth, or grants what was asked for; who
	 * has leave or is there already is left alone.
	 */
	void excuse(long meetingId, Collection<Long> persons, Actor by) {
		Meeting meeting = find(meetingId);
		this.rights.requireRunning(by, meeting);
		meeting.requireAhead();
		persons.stream().distinct().sorted().forEach((person) -> excuse(meeting, person, by));
	}

	private void excuse(Meeting meeting, long person, Actor by) {
		if (person == by.personId()) {
			throw new Refusal.NotAllowed("refusal.meeting.absence-own");
		}
		RollEntry line = this.roll.lock(meeting.id(), person)
			.filter((one) -> !one.isGuest())
			.orElseThrow(() -> new Refusal.Invalid("refusal.meeting.absence-not-expected"));
		Optional<Absence> known = this.absences.findByMeetingIdAndPersonId(meeting.id(), person);
		if (line.isPresent() || known.filter(Absence::isGranted).isPresent()) {
			return;
		}
		Absence absence = known.filter((one) -> one.state() == Absence.State.ASKED).orElseGet(() -> {
			write(meeting, line, this.texts.say("meeting.absence.by-word"));
			return this.absences.findByMeetingIdAndPersonId(meeting.id(), person).orElseThrow();
		});
		absence.decide(true, null, this.clock.instant(), by.personId());
		record(meeting, by, "absence.granted", person);
	}

	private String words(String field, String text, boolean needed) {
		String otherwise = "refusal.meeting.absence-" + field;
		String words = needed ? Remark.required(text, field, otherwise) : Remark.optional(text, field, otherwise);
		return words.isEmpty() ? null : words;
	}

	private Meeting find(long meetingId) {
		return this.meetings.findById(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

	private void record(Meeting meeting, Actor by, String what, long person) {
		this.auditLog.record(AuditEvent.of(by, what, "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(meeting.caseId())
			.with(Map.of("person", person)));
	}

}
