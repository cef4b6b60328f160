package org.leagueflow.engine;

import org.leagueflow.kernel.CaseId;

/**
 * What the engine tells about tasks and cases, published synchronously inside the
 * transaction that caused it.
 */
public sealed interface TaskEvent {

	/** A task waits for somebody from now on. */
	record TaskOpened(Task task) implements TaskEvent {
	}

	/** A task changed hands; assignee is null when it was given back to its role. */
	record TaskAssigned(Task task) implements TaskEvent {
	}

	/** A task changed its due date. */
	record TaskDueChanged(Task task) implements TaskEvent {
	}

	/**
	 * A task is over: answered, or taken away by the process.
	 *
	 * @param by the person who answered it, or null when nobody or the system did
	 */
	record TaskClosed(Task task, boolean answered, Long by) implements TaskEvent {
	}

	/** The case's process entered a top-level stage. */
	record StageEntered(CaseId caseId, String process, String stage) implements TaskEvent {
	}

	/**
	 * A process that a box of the case called has ended; outcome is the id of its end
	 * event, or null when it was cancelled, with its case or alone.
	 *
	 * @param process the called process
	 * @param matter why it was called, {@code <calling process>-<its box>}
	 */
	record CallEnded(CaseId caseId, String process, String matter, String outcome) implements TaskEvent {
	}

	/**
	 * The case's process ended; outcome is the id of the end event on the top level, or
	 * null when it was cancelled.
	 */
	record CaseEnded(CaseId caseId, String process, String outcome) implements TaskEvent {
	}

}
