package org.leagueflow.engine;

import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * Starts processes and tells them what happened outside. Every call joins the caller's
 * transaction.
 */
public interface Processes {

	/**
	 * Starts the latest version of a process for a case: calls the binding's method named
	 * like the start event first, if there is one.
	 * @param answers the start form's answers; only those that the diagram names are
	 * handed to the engine
	 */
	void start(String process, CaseId caseId, Actor by, Answers answers);

	/** Starts a process that no person started. */
	default void start(String process, CaseId caseId, Answers answers) {
		start(process, caseId, Actor.SYSTEM, answers);
	}

	/**
	 * Tells the case's process, or the one process called by it that waits, a message
	 * that it must be waiting for; refused as a conflict when it does not wait.
	 */
	default void tell(CaseId caseId, String message, Map<String, ?> variables) {
		tell(caseId, null, message, variables);
	}

	/**
	 * Tells a message to the process that was called for this matter; where none was,
	 * because the case runs in an edition that draws the matter itself, to the case's own
	 * process.
	 * @param matter {@code <calling process>-<its box>}
	 * @throws org.leagueflow.kernel.Refusal.Conflict when nobody waits
	 */
	void tell(CaseId caseId, String matter, String message, Map<String, ?> variables);

	/** Tells the case's process a message if it waits for it; returns whether it did. */
	default boolean tellIfWaiting(CaseId caseId, String message, Map<String, ?> variables) {
		return tellIfWaiting(caseId, null, message, variables);
	}

	/** As {@link #tell(CaseId, String, String, Map)}, if it waits. */
	boolean tellIfWaiting(CaseId caseId, String matter, String message, Map<String, ?> variables);

	/** Whether the case's process waits for the message. */
	boolean waitsFor(CaseId caseId, String message);

	/** Whether the case's process has a running instance. */
	boolean running(CaseId caseId);

	/** Ends the case's process without an outcome; history is kept. */
	void cancel(CaseId caseId, String reason);

}
