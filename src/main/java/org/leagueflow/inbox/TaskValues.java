package org.leagueflow.inbox;

import java.util.Map;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.Actor;

/**
 * What a process module lets the form of a task show and choose from: read-only facts and
 * option lists. The server checks answers against the same values.
 */
public interface TaskValues {

	/** The process id this is about. */
	String process();

	Map<String, Object> values(Task task, Actor by);

}
