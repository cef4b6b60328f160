package org.leagueflow.publicity;

import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;

/** The holiday calendar changed, and a notice runs longer than was said at first. */
public record NoticeExtended(CaseId caseId, long noticeId, LocalDate lastDay) {
}
