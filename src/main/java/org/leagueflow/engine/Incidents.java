package org.leagueflow.engine;

import java.time.Instant;
import java.util.List;

/** What the engine could not do because a process is faulty; for administrators. */
public interface Incidents {

	/** The newest first, not more than a page of them. */
	List<Incident> latest();

	/**
	 * Lets the engine try once more what it gave up.
	 * @param stopped what {@link Incident#stopped} names
	 * @throws org.leagueflow.kernel.Refusal.Conflict when it stands still no longer
	 */
	void retry(String stopped);

	/**
	 * A step that failed. What a person did was not taken; what the engine did by itself,
	 * a timer or a loop, it no longer tries.
	 *
	 * @param number what the person was told, or null where none was there
	 * @param at when
	 * @param process the process id
	 * @param name the box's name, or the process's
	 * @param caseId the case, as pages name it
	 * @param words what the engine says
	 * @param stopped the step that the engine gave up and may try again, or null
	 */
	record Incident(String number, Instant at, String process, String name, String caseId, String words,
			String stopped) {
	}

}
