package org.leagueflow.meeting;

import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.voting.Outcome;

/** Binds the diagram {@code resolution}, which other processes call, to the agenda. */
@ProcessBinding(value = "resolution", messages = "decided")
public class ResolutionProcess {

	private final MatterService decisions;

	ResolutionProcess(MatterService decisions) {
		this.decisions = decisions;
	}

	public void list(CaseId caseId, String matter) {
		this.decisions.list(caseId, matter);
	}

	public boolean passed(CaseId caseId, String matter) {
		return this.decisions.outcome(caseId, matter) == Outcome.PASSED;
	}

	/** The meeting was void, or was not about this matter. */
	public boolean undecided(CaseId caseId, String matter) {
		return this.decisions.outcome(caseId, matter) == Outcome.VOID;
	}

}
