package org.leagueflow.meeting;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What it takes to call a meeting.
 *
 * @param startsAt when it starts, where the League works
 * @param topics what is only discussed and not voted on, one per line; may be null
 * @param entries waiting agenda entries that this meeting takes up
 * @param reconvenes the void meeting that this one repeats, or null
 */
record Convocation(MeetingKind kind, long unitId, String place, LocalDateTime startsAt, long chairId, long recorderId,
		String topics, List<Long> entries, Long reconvenes) {
}
