package org.leagueflow.cases;

import java.time.Instant;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Message;

/**
 * One line of a case's timeline.
 *
 * @param at when
 * @param byPerson who, 0 for the system
 * @param byName that person's name
 * @param actingAs the role in which it was done, or null
 * @param words what happened
 * @param submission the submission behind it, or null
 * @param readers who may read it, where no submission with its form says so
 */
public record TimelineEntry(Instant at, long byPerson, String byName, String actingAs, Message words,
		Submission submission, Readers readers) {

	/** Who hands in a start form stands at no task yet. */
	static TimelineEntry of(Submission made) {
		String key = (made.taskId() != null) ? "cases.timeline.answered" : "cases.timeline.started";
		return new TimelineEntry(made.at(), made.byPerson(), made.byName(), made.actingAs(),
				Message.of(key, made.boxName()), made, Readers.NONE);
	}

}
