package org.leagueflow.publicity;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Subject;
import org.leagueflow.kernel.WorkingDays.Sureness;

/**
 * A public notice as other modules may see it.
 *
 * @param matter what is announced, {@code <calling process>-<its box>}
 * @param unitId the unit that announces
 * @param subjects whom or what it is about
 * @param content what is announced, in words
 * @param firstDay the first day that counts
 * @param lastDay the last day, to its end
 * @param workdays how many working days it lasts
 * @param sureness how sure the calendar was about them
 * @param open objections waiting for a decision
 */
public record NoticeCard(long id, CaseId caseId, String matter, long unitId, List<Subject> subjects, String content,
		LocalDate firstDay, LocalDate lastDay, int workdays, Sureness sureness, NoticeState state, int open) {
}
