package org.leagueflow.meeting;

import java.time.Instant;
import org.leagueflow.kernel.CaseId;

/**
 * A case that waits for a meeting.
 *
 * @param id the agenda entry
 * @param caseId the case, or null where none waits for it
 * @param since since when it waits
 * @param meetingId the convened meeting that has it on its agenda, or null
 * @param moved whether people put it on the agenda themselves, who may take it back
 */
public record WaitingItem(long id, CaseId caseId, String matter, MeetingKind kind, long unitId, long candidateId,
		String title, Instant since, Long meetingId, boolean moved) {
}
