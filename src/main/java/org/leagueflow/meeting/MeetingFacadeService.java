package org.leagueflow.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Implements {@link MeetingFacade} on the module's own services. */
@Service
@Transactional
class MeetingFacadeService implements MeetingFacade {

	private final MeetingService service;

	private final AttendanceService attendance;

	private final Meetings meetings;

	private final MeetingRights rights;

	MeetingFacadeService(MeetingService service, AttendanceService attendance, Meetings meetings,
			MeetingRights rights) {
		this.service = service;
		this.attendance = attendance;
		this.meetings = meetings;
		this.rights = rights;
	}

	@Override
	public long convene(MeetingKind kind, long unitId, String place, LocalDateTime startsAt, String topics, Actor by) {
		return this.service.convene(
				new Convocation(kind, unitId, place, startsAt, by.personId(), by.personId(), topics, List.of(), null),
				by);
	}

	@Override
	@Transactional(readOnly = true)
	public boolean convenes(Actor by, long unitId) {
		return this.rights.convenes(by, unitId);
	}

	@Override
	public void arrive(long meetingId, long personId, Actor by) {
		this.attendance.arrive(meetingId, personId, by);
	}

	@Override
	@Transactional(readOnly = true)
	public MeetingRecord record(long meetingId, Actor by) {
		return MeetingRecord.of(seen(meetingId, by));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<MeetingRecord> recordOf(CaseId caseId) {
		return this.meetings.findByCaseId(caseId.value()).map(MeetingRecord::of);
	}

	@Override
	@Transactional(readOnly = true)
	public MeetingRecord run(long meetingId, Actor by) {
		Meeting meeting = seen(meetingId, by);
		this.rights.requireRunning(by, meeting);
		return MeetingRecord.of(meeting);
	}

	@Override
	@Transactional(readOnly = true)
	public boolean runs(long meetingId, Actor by) {
		return this.meetings.findById(meetingId).filter((meeting) -> this.rights.runs(by, meeting)).isPresent();
	}

	@Override
	@Transactional(readOnly = true)
	public boolean sees(long meetingId, Actor by) {
		return this.meetings.findById(meetingId).filter((meeting) -> this.rights.sees(by, meeting)).isPresent();
	}

	private Meeting seen(long meetingId, Actor by) {
		Meeting meeting = this.meetings.findById(meetingId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
		this.rights.requireSeeing(by, meeting);
		return meeting;
	}

}
