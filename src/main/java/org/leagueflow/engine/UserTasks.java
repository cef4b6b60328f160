package org.leagueflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * The only way to touch user tasks: the domain is asked first, the engine moves last.
 * Every call joins the caller's transaction.
 */
public interface UserTasks {

	Optional<Task> find(String taskId);

	/** The tasks that a case waits for now. */
	List<Task> open(CaseId caseId);

	/**
	 * Answers a task: calls the binding's method named like the box, hands the engine the
	 * answers that the diagram asks about, and lets it walk on. Who may answer is checked
	 * by the caller, who knows roles.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when the task is no longer open
	 */
	void complete(String taskId, Actor by, Answers answers);

	/**
	 * The same for a task that the caller has at hand. The engine makes sure that it is
	 * that box of that case which it completes.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when the task is no longer open
	 */
	void complete(Task task, Actor by, Answers answers);

	/**
	 * Gives the task to one person; refused as a conflict when somebody else holds it.
	 */
	void claim(String taskId, long personId);

	/** Gives the task back to its role. */
	void release(String taskId);

	void due(String taskId, Instant due);

}
