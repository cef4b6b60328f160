package org.leagueflow.meeting;

import java.util.Map;
import org.leagueflow.engine.Answers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * Takes over what a branch committee decided, in a meeting of this system or on paper: no
 * one person decides in its place.
 */
public interface CommitteeDecisions {

	/** The case waits for the committee's next meeting, where the branch has one. */
	void list(CaseId caseId, String matter, long branchId);

	/**
	 * What the form of the step offers: the meetings that decided, and how many members
	 * the committee has today for what is typed of a meeting held outside.
	 */
	Map<String, Object> offered(CaseId caseId, String matter, long branchId);

	/**
	 * The decision that the answers of a step name, as {@link MeetingDecisions} reads
	 * them; the case leaves the committee's agenda. A meeting held outside this system is
	 * counted against the committee as it is and marked as such in the timeline, and its
	 * matter is told ({@link DecisionMatter#outside}).
	 * @throws org.leagueflow.kernel.Refusal.Invalid when the committee is one person, or
	 * typed numbers cannot be right
	 */
	MeetingDecision decided(CaseId caseId, String matter, long branchId, Answers answers, Actor by);

}
