package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives out levels from the highest down. Who finds no place in the own level stands
 * first in the next; an empty place is filled from the level below, never from further
 * down.
 */
public final class Levels {

	/**
	 * The positions of one decision about equals lie within one block of so many: 0 to
	 * 9,999, 10,000 to 19,999. Positions of different blocks say nothing about each
	 * other.
	 */
	public static final int POSITIONS = 10_000;

	private final LevelRules rules;

	private final Selection selection;

	private final List<List<Entrant>> own = new ArrayList<>();

	private final List<List<Long>> given = new ArrayList<>();

	private Levels(LevelRules rules, Collection<Entrant> entrants, Map<Long, Integer> decided) {
		this.rules = rules;
		this.selection = new Selection(rules.ties(), rules.limits(), decided);
		rules.places().forEach((places) -> this.own.add(new ArrayList<>()));
		entrants.stream()
			.filter((entrant) -> entrant.level() < this.own.size())
			.sorted(Comparator.comparingInt(Entrant::place))
			.forEach((entrant) -> this.own.get(entrant.level()).add(entrant));
	}

	/**
	 * Gives out all levels, as far as no tie stands in the way.
	 * @param decided the order among equals that a committee or a lot said, by subject;
	 * the lower comes first, within its block of {@link #POSITIONS}
	 */
	public static LevelAllocation allocate(LevelRules rules, Collection<Entrant> entrants, Map<Long, Integer> decided) {
		return new Levels(rules, entrants, decided).all();
	}

	private LevelAllocation all() {
		List<Entrant> fallen = List.of();
		for (int level = 0; level < this.rules.places().size(); level++) {
			List<Long> chosen = new ArrayList<>();
			this.given.add(chosen);
			List<Entrant> left = new ArrayList<>();
			Optional<LevelAllocation.Tie> tie = level(level, fallen, chosen, left);
			if (tie.isPresent()) {
				return new LevelAllocation(this.given, tie);
			}
			fallen = this.rules.overflow() ? left : List.of();
		}
		return new LevelAllocation(this.given, Optional.empty());
	}

	private Optional<LevelAllocation.Tie> level(int level, List<Entrant> fallen, List<Long> chosen,
			List<Entrant> left) {
		this.selection.open(level, this.rules.places().get(level));
		Optional<LevelAllocation.Tie> tie = this.selection.choose(fallen, chosen, left)
			.or(() -> this.selection.choose(this.own.get(level), chosen, left));
		if (tie.isEmpty() && this.rules.fill() && level + 1 < this.own.size() && this.selection.left() > 0) {
			List<Entrant> below = this.own.get(level + 1);
			List<Entrant> notRaised = new ArrayList<>();
			tie = this.selection.choose(below, chosen, notRaised);
			this.own.set(level + 1, notRaised);
		}
		return tie;
	}

}
