package org.leagueflow.cases;

import org.leagueflow.kernel.CaseId;

/**
 * What changed about a case, published synchronously inside the transaction that changed
 * it.
 */
public sealed interface CaseChanged {

	CaseId caseId();

	/** The process of the case. */
	String process();

	/** The case was handed to another unit, so its unit roles are answered elsewhere. */
	record Moved(CaseId caseId, String process, long unitId) implements CaseChanged {
	}

	/** A role of this case has other holders now. */
	record RoleGiven(CaseId caseId, String process, String role) implements CaseChanged {
	}

}
