package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.kernel.CaseId;

/**
 * Cases that wait for a meeting: what a process asks of meetings. The answer goes to the
 * {@link DecisionMatter} and comes as {@link ItemDecided}. Every call joins the caller's
 * transaction.
 */
public interface Agenda {

	/**
	 * Puts a waiting case on the agenda of its unit. A case that already waits with this
	 * matter keeps its place and takes over the new title and conflicts, so that a
	 * process may ask again after a void meeting; when it waits at another unit it goes
	 * from there to this one.
	 */
	void await(AgendaRequest request);

	/**
	 * Puts a case on the agenda as its {@link DecisionMatter} says, or takes over what
	 * changed since.
	 */
	void list(CaseId caseId, String matter);

	/**
	 * Takes a case off the agenda, also out of a meeting that has not decided on it yet;
	 * does nothing when the case does not wait.
	 */
	void withdraw(CaseId caseId);

	/** The same for one matter of the case. */
	void withdraw(CaseId caseId, String matter);

	/**
	 * Whether people are voting on it; what they vote on stays as it is until the
	 * caller's transaction ends.
	 */
	boolean isOnBallot(CaseId caseId, String matter);

	/** Whether the case waits for a meeting with this matter, convened or not. */
	boolean waits(CaseId caseId, String matter);

	/** What waits for a meeting of this kind at this unit, longest waiting first. */
	List<WaitingItem> waiting(long unitId, MeetingKind kind);

	/** Whether the minutes of the meeting that decided this matter last are signed. */
	boolean signed(CaseId caseId, String matter);

	/** What meetings resolved on this case, oldest first. */
	List<ResolutionCard> resolutions(CaseId caseId);

}
