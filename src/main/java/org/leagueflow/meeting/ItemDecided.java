package org.leagueflow.meeting;

import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VoteTally;

/**
 * A meeting is through with one item; published synchronously in the transaction that
 * decided it. After {@link Outcome#VOID} the item already waits on the agenda again and
 * there is no resolution.
 *
 * @param process the process of the case
 * @param matter what was decided, {@code <process>-<box>}
 * @param kind the kind of meeting that decided
 * @param resolutionId the resolution, 0 when void
 * @param heldOn the day of the meeting, from which membership counts (细则§25)
 * @param tally the result; when void only entitled and present mean anything
 */
public record ItemDecided(CaseId caseId, String process, String matter, long meetingId, MeetingKind kind,
		long resolutionId, Outcome outcome, LocalDate heldOn, VoteTally tally) {
}
