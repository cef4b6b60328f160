package org.leagueflow.scoring;

import java.util.List;
import java.util.Optional;

/**
 * Who gets which level.
 *
 * @param levels whom each level was given to, the highest level first, in the order of
 * choosing
 * @param openTie equals of whom somebody has to say the order first; the levels from
 * there on are not given out yet
 */
public record LevelAllocation(List<List<Long>> levels, Optional<Tie> openTie) {

	/** The level of the subject, 0 for the first, or nothing. */
	public Optional<Integer> levelOf(long subjectId) {
		for (int level = 0; level < this.levels.size(); level++) {
			if (this.levels.get(level).contains(subjectId)) {
				return Optional.of(level);
			}
		}
		return Optional.empty();
	}

	/**
	 * Equals at the last place.
	 *
	 * @param places how many of them have a place, by the places left and the limits of
	 * their groups
	 */
	public record Tie(int level, List<Long> subjects, int places) {
	}

}
