package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.kernel.CaseId;

/**
 * Asks that a meeting decide on a case.
 *
 * @param caseId the case that waits
 * @param matter what is to be decided, {@code <process>-<box>}, a row of the tables of
 * that process
 * @param kind the kind of meeting that may decide it
 * @param unitId the unit whose meeting decides
 * @param candidateId the person it is about, or 0 where the case is not about one person
 * @param title how the item reads on the agenda
 * @param conflicted persons who may not be tellers of this item: introducers and mentors;
 * the candidate, where there is one, is added by itself
 */
public record AgendaRequest(CaseId caseId, String matter, MeetingKind kind, long unitId, long candidateId, String title,
		List<Long> conflicted) {
}
