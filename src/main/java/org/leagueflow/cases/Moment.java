package org.leagueflow.cases;

import java.time.Instant;
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
 */
public record Moment(Instant at, long byPerson, String byName, String actingAs, Message words, Submission submission) {

	static Moment of(Submission made) {
		return new Moment(made.at(), made.byPerson(), made.byName(), made.actingAs(),
				Message.of("cases.timeline.answered", made.boxName()), made);
	}

}
