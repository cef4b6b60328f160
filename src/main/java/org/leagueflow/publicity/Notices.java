package org.leagueflow.publicity;

import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * Announces something in public for some working days and knows whether anybody objected.
 */
public interface Notices {

	/**
	 * Opens a notice today; the first working day counts (细则§18).
	 * @param matter what is announced, a word of the process: {@code admission}; its name
	 * is the message {@code publicity.matter.<matter>}
	 * @param workdays how many working days, at least what policy asks of the unit
	 * @throws org.leagueflow.kernel.Refusal.Invalid when it is too short, or the calendar
	 * does not know a year that it touches
	 * @throws org.leagueflow.kernel.Refusal.Conflict when a notice of the case is open
	 */
	NoticeCard open(CaseId caseId, String matter, long unitId, long personId, String content, int workdays, Actor by);

	/** The case's latest notice. */
	Optional<NoticeCard> noticeOf(CaseId caseId);

	/**
	 * Whether the case may go on: its latest notice is over, none of its objections is
	 * open and none was upheld.
	 */
	boolean clean(CaseId caseId);

	/**
	 * Takes the case's notice down, when the case ends otherwise; nothing when it has
	 * none.
	 */
	void withdraw(CaseId caseId, String reason, Actor by);

}
