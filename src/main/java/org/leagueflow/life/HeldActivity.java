package org.leagueflow.life;

import java.time.LocalDate;
import org.leagueflow.kernel.CaseId;

/**
 * An activity that took place, as its case says.
 *
 * @param caseId its case
 * @param number the case's number
 * @param unitId the unit that held it
 * @param kind {@code themed-day}, {@code volunteer}, ... as its form has it, or empty
 * @param assigned whether the theme was assigned from above, rather than the unit's own
 * @param heldOn the day on which it was held
 * @param attended how many came, or were expected where nobody counted
 */
public record HeldActivity(CaseId caseId, String number, long unitId, String title, String kind, boolean assigned,
		LocalDate heldOn, int attended) {

	/** 主题团日. */
	public static final String THEMED_DAY = "themed-day";

}
