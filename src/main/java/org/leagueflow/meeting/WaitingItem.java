package org.leagueflow.meeting;

import java.time.Instant;
import org.leagueflow.kernel.CaseId;

/**
 * A case that waits for a meeting.
 *
 * @param id the agenda entry
 * @param caseId the case, or null for what people put on the agenda themselves
 * @param since since when it waits
 * @param meetingId the convened meeting that has it on its agenda, or null
 */
public record WaitingItem(long id, CaseId caseId, String matter, MeetingKind kind, long unitId, long candidateId,
		String title, Instant since, Long meetingId) {
}
