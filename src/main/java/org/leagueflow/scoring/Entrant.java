package org.leagueflow.scoring;

import java.util.Set;

/**
 * Somebody who meets the conditions of a level.
 *
 * @param place the order of the ranking; equals have the same
 * @param level the best level that is open to the person, 0 for the first
 * @param groups the groups whose limits count, such as {@code branch:17}
 */
public record Entrant(long subjectId, int place, int level, Set<String> groups) {

	public static Entrant of(long subjectId, int place, int level) {
		return new Entrant(subjectId, place, level, Set.of());
	}

}
