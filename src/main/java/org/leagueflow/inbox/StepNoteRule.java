package org.leagueflow.inbox;

import java.util.Collection;
import java.util.Map;
import org.leagueflow.kernel.CaseId;

/**
 * Says which open steps of a process ask for something else than their form, because time
 * has gone on; one bean per process that has such steps.
 */
public interface StepNoteRule {

	/** The process id this rule is about. */
	String process();

	/** Notes for those of the cases whose steps need one, all cases asked at once. */
	Map<CaseId, StepNote> notes(Collection<CaseId> cases);

}
