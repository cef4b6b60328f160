package org.leagueflow.meeting;

import java.util.Map;
import org.leagueflow.engine.Answers;
import org.leagueflow.kernel.CaseId;

/**
 * Lets the form of a step take a decision from the meeting that made it, so that no one
 * person reports the decision of a body. The form has
 * <ul>
 * <li>a select {@code heldMeeting} with {@code "valuesKey": "meetings"}, required,</li>
 * <li>shown while {@code heldMeeting = "outside"}: {@code heldOn}, {@code entitled},
 * {@code present}, {@code agreed} and the file picker {@code minutes}, all required.</li>
 * </ul>
 */
public interface MeetingDecisions {

	/** The choice for a meeting that was held outside this system. */
	String OUTSIDE = "outside";

	/**
	 * What the form offers: closed meetings of this kind that decided the matter of this
	 * case and were not taken yet, the newest one chosen; and the exception.
	 */
	Map<String, Object> offered(CaseId caseId, String matter, MeetingKind kind);

	/**
	 * The decision that the answers name: with the numbers of the meeting's record, or as
	 * typed from minutes.
	 * @throws org.leagueflow.kernel.Refusal.Invalid when that meeting did not decide it
	 * @throws org.leagueflow.kernel.Refusal.Conflict when numbers were typed though a
	 * meeting in this system decided, or is voting
	 */
	MeetingDecision decided(CaseId caseId, String matter, MeetingKind kind, Answers answers);

}
