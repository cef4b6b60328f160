package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/** How more time is granted for the deadlines of a kind. */
public interface ExtensionRule {

	/** The process whose cases have such deadlines. */
	String process();

	/** What may be granted, or empty while nothing waits for it. */
	Optional<Extensible> extensible(CaseId caseId);

	/** The day that started the case's period, or null where none runs. */
	LocalDate started(CaseId caseId);

	/** Whether the person may grant it. */
	boolean grants(Actor by, CaseId caseId);

	/**
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed saying who may
	 */
	void requireGranting(Actor by, CaseId caseId);

}
