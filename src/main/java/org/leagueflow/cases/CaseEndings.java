package org.leagueflow.cases;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * Endings that come from outside the steps, for every diagram that draws them: an event
 * sub-process that begins with the message {@code withdrawn} or {@code departed}.
 */
public interface CaseEndings {

	/**
	 * The subject takes the case back.
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed to everybody else
	 * @throws org.leagueflow.kernel.Refusal.Conflict when the case is over, or its
	 * process does not allow it any more
	 * @throws org.leagueflow.kernel.Refusal.Invalid without a reason
	 */
	void withdraw(CaseId caseId, String reason, Actor by);

	/**
	 * Whoever keeps the file records that the subject left or died.
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed to everybody else
	 */
	void depart(CaseId caseId, String reason, Actor by);

}
