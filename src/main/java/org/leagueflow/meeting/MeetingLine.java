package org.leagueflow.meeting;

import java.time.Instant;

/**
 * What lists read of a meeting, in one query.
 *
 * @param checksIn whether the reader can check in now and has not yet
 */
record MeetingLine(long id, MeetingKind kind, Meeting.State state, long unitId, String place, Instant startsAt,
		boolean checksIn, long items, long decided) {

	/** The beginning of each such query. */
	static final String SELECT = "select new org.leagueflow.meeting.MeetingLine(m.id, m.kind, m.state, m.unitId, "
			+ "m.place, m.startsAt, case when m.checkInSecret is not null and exists (select 1 from RollEntry mine "
			+ "where mine.meeting = m and mine.personId = :personId and mine.present = false) then true else false end, "
			+ "(select count(i) from Item i where i.meeting = m), "
			+ "(select count(i) from Item i where i.meeting = m and i.state in ("
			+ "org.leagueflow.meeting.Item.State.PASSED, org.leagueflow.meeting.Item.State.FAILED))) from Meeting m ";

	/** Whom the meeting expects: on the roll, in the chair or taking the minutes. */
	static final String MINE = "(m.chairId = :personId or m.recorderId = :personId or exists (select 1 "
			+ "from RollEntry line where line.meeting = m and line.personId = :personId)) ";

}
