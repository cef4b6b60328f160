package org.leagueflow.forms;

import java.time.Instant;

/**
 * Unfinished answers that only their writer sees; they never steer anything.
 *
 * @param key what is being answered, {@code task:4f…} or {@code start:activity}
 * @param formId the form it was written on
 * @param answers JSON as the browser sent it, unchecked
 */
public record Draft(long personId, String key, String formId, String answers, Instant savedAt) {

	/** The key of a draft that answers a task. */
	public static String ofTask(String taskId) {
		return "task:" + taskId;
	}

	/** The key of a draft that starts a process. */
	public static String ofStart(String process) {
		return "start:" + process;
	}

}
