package org.leagueflow.meeting;

import java.time.LocalDateTime;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/** Calls meetings for other modules and tells them the state of a meeting. */
public interface MeetingFacade {

	/**
	 * Calls a meeting of which the actor is chair and recorder, without cases on its
	 * agenda.
	 * @param topics what is only discussed, one per line, or null
	 * @return the meeting's id
	 * @throws org.leagueflow.kernel.Refusal when the actor calls no meetings of the unit,
	 * or the facts break a rule
	 */
	long convene(MeetingKind kind, long unitId, String place, LocalDateTime startsAt, String topics, Actor by);

	/** Whether the actor calls meetings of the unit. */
	boolean convenes(Actor by, long unitId);

	/** Notes that somebody on the roll has come. */
	void arrive(long meetingId, long personId, Actor by);

	/**
	 * The meeting, for whoever may see it.
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is none, or the actor has
	 * no part in it
	 */
	MeetingRecord record(long meetingId, Actor by);

	/**
	 * The meeting whose own case this is, for a caller who has seen to it that the case
	 * may be seen.
	 */
	Optional<MeetingRecord> recordOf(CaseId caseId);

	/**
	 * The meeting, for whoever runs it.
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed when the actor only sees it
	 */
	MeetingRecord run(long meetingId, Actor by);

	/** Whether the actor chairs the meeting, records it or calls the unit's meetings. */
	boolean runs(long meetingId, Actor by);

	/** Whether the actor may look at the meeting. */
	boolean sees(long meetingId, Actor by);

}
