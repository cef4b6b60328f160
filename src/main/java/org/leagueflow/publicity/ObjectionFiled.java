package org.leagueflow.publicity;

import org.leagueflow.kernel.CaseId;

/** Somebody objected to a notice of a case. */
public record ObjectionFiled(CaseId caseId, long noticeId, long objectionId) {
}
