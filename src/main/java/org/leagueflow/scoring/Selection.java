package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks down the ranking and takes as many as there are places, equals together, within
 * the limits of their groups.
 */
final class Selection {

	private final TiePolicy ties;

	private final Map<String, Integer> room;

	private final Map<Long, Integer> decided;

	private int level;

	private int left;

	Selection(TiePolicy ties, Map<String, Integer> limits, Map<Long, Integer> decided) {
		this.ties = ties;
		this.room = new HashMap<>(limits);
		this.decided = decided;
	}

	void open(int ofLevel, int places) {
		this.level = ofLevel;
		this.left = places;
	}

	int left() {
		return this.left;
	}

	/**
	 * Takes from those who are sorted by place.
	 * @param chosen receives who has a place
	 * @param rest receives who has none
	 * @return equals whose order has to be said first
	 */
	Optional<LevelAllocation.Tie> choose(List<Entrant> sorted, List<Long> chosen, List<Entrant> rest) {
		int from = 0;
		while (from < sorted.size()) {
			int to = from + 1;
			while (to < sorted.size() && sorted.get(to).place() == sorted.get(from).place()) {
				to++;
			}
			List<Entrant> possible = new ArrayList<>();
			for (Entrant one : sorted.subList(from, to)) {
				(fits(one) ? possible : rest).add(one);
			}
			Optional<LevelAllocation.Tie> tie = equals(possible, chosen, rest);
			if (tie.isPresent()) {
				return tie;
			}
			from = to;
		}
		return Optional.empty();
	}

	private boolean fits(Entrant one) {
		return this.left > 0 && one.groups().stream().allMatch((group) -> this.room.getOrDefault(group, 1) > 0);
	}

	private Optional<LevelAllocation.Tie> equals(List<Entrant> possible, List<Long> chosen, List<Entrant> rest) {
		if (allFit(possible) || this.ties == TiePolicy.ALL_IN) {
			possible.forEach((one) -> take(one, chosen));
			return Optional.empty();
		}
		if (this.ties == TiePolicy.NONE) {
			close(possible);
			rest.addAll(possible);
			return Optional.empty();
		}
		if (!this.decided.keySet().containsAll(possible.stream().map(Entrant::subjectId).toList())) {
			return Optional.of(new LevelAllocation.Tie(this.level, possible.stream().map(Entrant::subjectId).toList(),
					Math.min(this.left, possible.size())));
		}
		possible.stream().sorted(Comparator.comparing((one) -> this.decided.get(one.subjectId()))).forEach((one) -> {
			if (fits(one)) {
				take(one, chosen);
			}
			else {
				rest.add(one);
			}
		});
		return Optional.empty();
	}

	private boolean allFit(List<Entrant> equals) {
		return equals.size() <= this.left && count(equals).entrySet()
			.stream()
			.allMatch((group) -> group.getValue() <= this.room.getOrDefault(group.getKey(), Integer.MAX_VALUE));
	}

	private static Map<String, Integer> count(List<Entrant> entrants) {
		Map<String, Integer> counts = new HashMap<>();
		entrants.forEach((one) -> one.groups().forEach((group) -> counts.merge(group, 1, Integer::sum)));
		return counts;
	}

	// Nobody who stands lower takes a place that equals left empty.
	private void close(List<Entrant> equals) {
		if (equals.size() > this.left) {
			this.left = 0;
		}
		count(equals)
			.forEach((group, many) -> this.room.computeIfPresent(group, (key, free) -> (many > free) ? 0 : free));
	}

	private void take(Entrant one, List<Long> chosen) {
		chosen.add(one.subjectId());
		this.left--;
		one.groups().forEach((group) -> this.room.computeIfPresent(group, (key, free) -> free - 1));
	}

}
