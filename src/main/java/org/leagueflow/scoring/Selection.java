package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
		Set<String> overfilled = overfilled(possible);
		if (overfilled.isEmpty() && possible.size() <= this.left) {
			possible.forEach((one) -> take(one, chosen));
			return Optional.empty();
		}
		if (!this.ties.waits()) {
			together(possible, overfilled, chosen, rest);
			return Optional.empty();
		}
		if (!ordered(possible)) {
			return Optional.of(new LevelAllocation.Tie(this.level, possible.stream().map(Entrant::subjectId).toList(),
					places(possible)));
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

	/** The groups of which there are more among the equals than may still be chosen. */
	private Set<String> overfilled(List<Entrant> equals) {
		Set<String> overfilled = new HashSet<>();
		count(equals).forEach((group, many) -> {
			if (many > this.room.getOrDefault(group, Integer.MAX_VALUE)) {
				overfilled.add(group);
			}
		});
		return overfilled;
	}

	/**
	 * Treats equals alike without asking anybody. A group that they overfill gets nobody,
	 * neither of them nor of those who stand lower; the others are in if the places are
	 * enough for all of them, or if all are in beyond the places.
	 */
	private void together(List<Entrant> equals, Set<String> overfilled, List<Long> chosen, List<Entrant> rest) {
		overfilled.forEach((group) -> this.room.put(group, 0));
		List<Entrant> others = new ArrayList<>();
		equals.forEach((one) -> (one.groups().stream().anyMatch(overfilled::contains) ? rest : others).add(one));
		if (others.size() <= this.left || this.ties == TiePolicy.ALL_IN) {
			others.forEach((one) -> take(one, chosen));
		}
		else {
			this.left = 0;
			rest.addAll(others);
		}
	}

	/** Whether one decision said the order of all of them. */
	private boolean ordered(List<Entrant> equals) {
		List<Integer> positions = equals.stream().map((one) -> this.decided.get(one.subjectId())).toList();
		return positions.stream().noneMatch(Objects::isNull)
				&& positions.stream().distinct().count() == positions.size()
				&& positions.stream().map((position) -> position / Levels.POSITIONS).distinct().count() == 1;
	}

	/** How many of the equals get a place. */
	private int places(List<Entrant> equals) {
		Map<String, Integer> free = new HashMap<>(this.room);
		int places = 0;
		for (Entrant one : equals) {
			if (places < this.left && one.groups().stream().allMatch((group) -> free.getOrDefault(group, 1) > 0)) {
				one.groups().forEach((group) -> free.computeIfPresent(group, (key, room) -> room - 1));
				places++;
			}
		}
		return places;
	}

	private static Map<String, Integer> count(List<Entrant> entrants) {
		Map<String, Integer> counts = new HashMap<>();
		entrants.forEach((one) -> one.groups().forEach((group) -> counts.merge(group, 1, Integer::sum)));
		return counts;
	}

	private void take(Entrant one, List<Long> chosen) {
		chosen.add(one.subjectId());
		this.left--;
		one.groups().forEach((group) -> this.room.computeIfPresent(group, (key, free) -> free - 1));
	}

}
