package org.leagueflow.publicity;

import org.leagueflow.kernel.CaseId;

/**
 * An objection was decided.
 *
 * @param process the process of the case
 * @param matter what is announced
 * @param stillOpen how many objections to that notice wait for a decision
 */
public record ObjectionSettled(CaseId caseId, String process, String matter, long noticeId, long objectionId,
		boolean upheld, int stillOpen) {
}
