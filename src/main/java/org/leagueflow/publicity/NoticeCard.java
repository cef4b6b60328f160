package org.leagueflow.publicity;

import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.WorkingDays.Sureness;

/**
 * A public notice as other modules may see it.
 *
 * @param matter what is announced, a word of the process: {@code admission}
 * @param unitId the unit that announces
 * @param personId the person announced
 * @param content what is announced, in words
 * @param firstDay the first day that counts
 * @param lastDay the last day, to its end
 * @param workdays how many working days it lasts
 * @param sureness how sure the calendar was about them
 * @param open objections waiting for a decision
 */
public record NoticeCard(long id, CaseId caseId, String matter, long unitId, long personId, String content,
		LocalDate firstDay, LocalDate lastDay, int workdays, Sureness sureness, NoticeState state, int open) {
}
