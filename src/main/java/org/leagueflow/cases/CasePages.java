package org.leagueflow.cases;

import java.util.List;
import org.leagueflow.cases.CasePage.StageState;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/** Gathers what pages show about cases. */
public interface CasePages {

	/**
	 * Everything about the case, for a reader who may see it.
	 * @param box the box of the task that is being answered, or null on the case page
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed when the reader may not see it
	 */
	CasePage page(CaseId caseId, String box, Actor by);

	/**
	 * Whether the reader learns that this box waits or was answered: its form opens
	 * something to him, or he has the case to work on.
	 * @param processVersion the deployed version that the box belongs to
	 */
	boolean learnsOf(CaseCard card, String processVersion, String box, Actor by);

	/** The stage bar of a case. */
	List<StageState> stages(CaseCard card);

	/**
	 * What people call the stage in which the case stands; null when it stands in none.
	 */
	String stageName(CaseCard card);

	/** What the diagram calls the way the case ended; null while it runs. */
	String outcomeName(CaseCard card);

	/** What people call the process. */
	String processName(String process);

}
