package org.leagueflow.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.Submission;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * The one way to start processes and answer tasks: each call is one transaction in which
 * case file, submission, domain, engine, lists and audit entry commit together.
 */
public interface Inbox {

	/**
	 * Answers a task. The same idempotency key answers as the first time did.
	 * @param raw what was entered, by form key; checked against the form
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is no such task
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed when the task is not this person's
	 * to answer
	 * @throws org.leagueflow.kernel.Refusal.Invalid with a message per field
	 * @throws org.leagueflow.kernel.Refusal.Conflict when somebody else answered it or
	 * has it in hand, naming whom
	 */
	Submission submit(String taskId, Actor by, Map<String, Object> raw, String idempotencyKey);

	/**
	 * Answers several tasks of the same box alike, each in its own transaction; a refusal
	 * of one does not touch the others.
	 */
	List<Outcome> submitAll(List<String> taskIds, Actor by, Map<String, Object> raw, String idempotencyKey);

	/** Opens a case and starts its process with the answers of its start form. */
	CaseId start(String process, Actor by, Map<String, Object> raw, String idempotencyKey);

	/**
	 * Takes a task of a shared list in hand.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when somebody else has it
	 */
	void claim(String taskId, Actor by);

	/** Gives a task back to the shared list. */
	void release(String taskId, Actor by);

	/** The tasks of this case that the person may answer now, as engine task ids. */
	List<String> tasksOf(CaseId caseId, Actor by);

	/**
	 * Finds again who may act on items of this unit's seats, and of seats below it that
	 * climbed: after an appointment began or ended.
	 * @return how many items changed hands
	 */
	int reroute(long unitId);

	/**
	 * Finds again by when the open steps of the case have to be done: after what a
	 * {@link StepDueRule} looks at has changed.
	 */
	void dateAgain(CaseId caseId);

	/** What became of one of several tasks: a submission or a refusal. */
	record Outcome(String taskId, String caseNumber, String subjectName, Submission submission, Refusal refusal) {

		public boolean done() {
			return this.refusal == null;
		}

		/** Why it was refused: what is wrong in each field, or with the whole. */
		public Collection<Message> reasons() {
			if (this.refusal instanceof Refusal.Invalid invalid && !invalid.fields().isEmpty()) {
				return invalid.fields().values();
			}
			return done() ? List.of() : List.of(this.refusal.words());
		}

	}

}
