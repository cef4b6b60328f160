package org.leagueflow.publicity;

import org.leagueflow.kernel.CaseId;

/**
 * Somebody objected to a notice of a case.
 *
 * @param process the process of the case
 * @param matter what is announced
 */
public record ObjectionFiled(CaseId caseId, String process, String matter, long noticeId, long objectionId) {
}
