package org.leagueflow.publicity;

import org.leagueflow.kernel.CaseId;

/**
 * An objection was decided.
 *
 * @param stillOpen how many objections of the case wait for a decision
 */
public record ObjectionSettled(CaseId caseId, long noticeId, long objectionId, boolean upheld, int stillOpen) {
}
