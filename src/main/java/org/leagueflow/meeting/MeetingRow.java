package org.leagueflow.meeting;

import java.time.Instant;

/** A meeting in the list. */
record MeetingRow(long id, MeetingKind kind, Meeting.State state, String unit, String place, Instant startsAt,
		int items, int decided) {
}
