package org.leagueflow.engine;

import java.time.Instant;
import org.leagueflow.kernel.CaseId;

/**
 * A user task that waits for somebody.
 *
 * @param id the engine's task id
 * @param caseId the case it belongs to
 * @param process the process id, of the called process where one was called
 * @param processVersion the definition id with its version, for looking up diagram and
 * form as deployed
 * @param box the box's id in the diagram
 * @param name the box's name
 * @param role the role that may answer it, or null when it is for one person only
 * @param assignee the person who holds it, or null
 * @param due when it should be answered, or null
 * @param matter why the process was called, {@code <calling process>-<its box>}; null for
 * boxes of the case's own process
 */
public record Task(String id, CaseId caseId, String process, String processVersion, String box, String name,
		String role, Long assignee, Instant due, String matter) {

	/** A task of the case's own process. */
	public Task(String id, CaseId caseId, String process, String processVersion, String box, String name, String role,
			Long assignee, Instant due) {
		this(id, caseId, process, processVersion, box, name, role, assignee, due, null);
	}

	/** The id of the form that answers this task, {@code process-box}. */
	public String formId() {
		return this.process + "-" + this.box;
	}

}
