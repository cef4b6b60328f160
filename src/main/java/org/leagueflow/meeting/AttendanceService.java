package org.leagueflow.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases of whoever comes and goes. Only the own line of the roll is locked and
 * written; the meeting is read, so that a full hall can check in within a minute.
 */
@Service
@Transactional
class AttendanceService {

	private final Meetings meetings;

	private final RollEntries roll;

	private final Attendances attendances;

	private final MeetingRights rights;

	private final MeetingSteps steps;

	private final CheckInCodes codes;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	AttendanceService(Meetings meetings, RollEntries roll, Attendances attendances, MeetingRights rights,
			MeetingSteps steps, CheckInCodes codes, People people, AuditLog auditLog, BusinessClock clock) {
		this.meetings = meetings;
		this.roll = roll;
		this.attendances = attendances;
		this.rights = rights;
		this.steps = steps;
		this.codes = codes;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** Shows the code from now on. */
	void beginCheckIn(long meetingId, Actor by) {
		Meeting meeting = lock(meetingId);
		this.rights.requireRunning(by, meeting);
		begin(meeting, by);
	}

	/** Cases that started before there was a box for it stand on the next one already. */
	private void begin(Meeting meeting, Actor by) {
		this.steps.takeIfThere(meeting, "checkIn", by);
		if (meeting.checkInSecret() == null) {
			if (meeting.invitedAt() == null) {
				throw new Refusal.Conflict("refusal.meeting.not-invited");
			}
			meeting.beginCheckIn(this.codes.secret(), this.clock.instant());
		}
	}

	/**
	 * Checks in with the code on the screen. Who is there already stays there.
	 * @return what to tell the person
	 * @throws Refusal.Invalid when the person is not on the roll, or the code is not the
	 * one of now
	 */
	@Transactional(noRollbackFor = Refusal.Invalid.class)
	Message checkIn(long meetingId, String code, Actor by) {
		Meeting meeting = find(meetingId);
		RollEntry line = own(meeting, by);
		meeting.requireCheckIn();
		if (line.isPresent()) {
			return Message.of("meeting.said.checked-in-already");
		}
		check(meeting, line, code);
		line.arrive(this.clock.instant());
		note(meeting, line, Attendance.Step.CAME, Attendance.How.CODE, by);
		return Message.of("meeting.said.checked-in");
	}

	private void check(Meeting meeting, RollEntry line, String code) {
		line.requireTries();
		String typed = (code != null) ? code.strip() : "";
		Instant now = this.clock.instant();
		if (!typed.matches("[0-9]{6}")) {
			throw Refusal.Invalid.field("code", "refusal.meeting.code-form");
		}
		if (this.codes.accepts(meeting.checkInSecret(), typed, now)) {
			return;
		}
		if (this.codes.isOver(meeting.checkInSecret(), typed, now)) {
			throw Refusal.Invalid.field("code", "refusal.meeting.code-over");
		}
		line.missed();
	}

	/** Says that the own person leaves; coming back takes the code of then. */
	void checkOut(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		leave(meeting, own(meeting, by), Attendance.How.SELF, by);
	}

	/** The officer checks somebody in who has no phone, or has it checked wrongly. */
	void arrive(long meetingId, long personId, Actor by) {
		Meeting meeting = run(meetingId, by);
		if (meeting.checkInSecret() == null) {
			beginCheckIn(meetingId, by);
		}
		meeting.requireCheckIn();
		RollEntry line = this.roll.lock(meetingId, personId)
			.or(() -> guest(meeting, personId))
			.orElseThrow(() -> notOnRoll(meeting));
		if (!line.isPresent()) {
			line.arrive(this.clock.instant());
			note(meeting, line, Attendance.Step.CAME, Attendance.How.OFFICER, by);
		}
	}

	/**
	 * Calls the roll: whoever is ticked is there, whoever was there and is not ticked any
	 * more has gone; all others stay as they are, such as who checked in meanwhile.
	 * @param here who is there
	 * @param was who was there when the form was made
	 * @return how many came
	 */
	int callRoll(long meetingId, Collection<Long> here, Collection<Long> was, Actor by) {
		run(meetingId, by);
		here.stream()
			.sorted()
			.filter((person) -> !was.contains(person))
			.forEach((person) -> arrive(meetingId, person, by));
		was.stream()
			.sorted()
			.filter((person) -> !here.contains(person))
			.forEach((person) -> leave(meetingId, person, by));
		return (int) here.stream().filter((person) -> !was.contains(person)).count();
	}

	/** Who belongs to the unit but is no member can always sit in. */
	private Optional<RollEntry> guest(Meeting meeting, long personId) {
		String path = this.people.unit(meeting.unitId()).path();
		return this.people.persons(List.of(personId))
			.stream()
			.filter((person) -> person.active() && !person.member() && person.unitPath().startsWith(path))
			.map((person) -> this.roll.save(RollEntry.of(meeting, Invitee.guest(person.id(), person.name()))))
			.findFirst();
	}

	void leave(long meetingId, long personId, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.requireCheckIn();
		RollEntry line = this.roll.lock(meetingId, personId).orElseThrow(() -> notOnRoll(meeting));
		leave(meeting, line, Attendance.How.OFFICER, by);
	}

	/** Before the start it only takes a check-in back; that costs nobody a vote. */
	private void leave(Meeting meeting, RollEntry line, Attendance.How how, Actor by) {
		meeting.requireCheckIn();
		if (!line.isPresent()) {
			return;
		}
		if (meeting.openedAt() == null) {
			line.neverCame();
			note(meeting, line, Attendance.Step.UNDONE, how, by);
		}
		else {
			line.leave(this.clock.instant());
			note(meeting, line, Attendance.Step.LEFT, how, by);
		}
	}

	/** Somebody who is not on the roll sits in (列席). */
	void welcome(long meetingId, String guest, Actor by) {
		Meeting meeting = lock(meetingId);
		this.rights.requireRunning(by, meeting);
		if (guest == null || guest.isBlank() || Characters.count(guest) > 100) {
			throw Refusal.Invalid.field("guest", "refusal.meeting.guest");
		}
		meeting.welcome(guest.strip(), this.clock.instant());
		record(meeting, by, "attendance.guest", Map.of());
	}

	/**
	 * The own line, locked before anything else reads the roll; who is not on it learns
	 * only as much as may be seen.
	 */
	private RollEntry own(Meeting meeting, Actor by) {
		return this.roll.lock(meeting.id(), by.personId()).orElseThrow(() -> {
			this.rights.requireSeeing(by, meeting);
			return notOnRoll(meeting);
		});
	}

	private Refusal notOnRoll(Meeting meeting) {
		return new Refusal.Invalid(
				(meeting.openedAt() != null) ? "refusal.meeting.roll-frozen" : "refusal.meeting.not-on-roll");
	}

	private void note(Meeting meeting, RollEntry line, Attendance.Step step, Attendance.How how, Actor by) {
		this.attendances.save(new Attendance(meeting, line, step, how, this.clock.instant(), by.personId()));
		record(meeting, by, (step == Attendance.Step.CAME) ? "attendance.arrived" : "attendance.left",
				Map.of("person", line.personId(), "how", how));
	}

	private Meeting run(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		this.rights.requireRunning(by, meeting);
		return meeting;
	}

	private Meeting find(long meetingId) {
		return this.meetings.findById(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

	private Meeting lock(long meetingId) {
		return this.meetings.lock(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

	private void record(Meeting meeting, Actor by, String what, Map<String, Object> detail) {
		this.auditLog.record(AuditEvent.of(by, what, "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(meeting.caseId())
			.with(detail));
	}

}
