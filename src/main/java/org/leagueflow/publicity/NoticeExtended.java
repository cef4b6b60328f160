package org.leagueflow.publicity;

import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;

/**
 * The holiday calendar changed, and a notice runs longer than was said at first.
 *
 * @param process the process of the case
 * @param matter what is announced
 */
public record NoticeExtended(CaseId caseId, String process, String matter, long noticeId, LocalDate lastDay) {
}
