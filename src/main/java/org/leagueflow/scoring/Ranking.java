package org.leagueflow.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ranks a whole declared group, never a part of it that is shown. */
public final class Ranking {

	private static final Comparator<BigDecimal> HIGHEST_FIRST = Comparator
		.nullsLast(Comparator.<BigDecimal>naturalOrder().reversed());

	private static final Comparator<Rational> GREATEST_FIRST = Comparator
		.nullsLast(Comparator.<Rational>naturalOrder().reversed());

	private static final Comparator<Ranked> BY_SCORE = Comparator.comparing(Ranked::score, HIGHEST_FIRST);

	private static final Comparator<Ranked> BY_PLACE = BY_SCORE.thenComparing(Ranking::compareTieBreakers);

	private Ranking() {
	}

	/**
	 * Everybody, the best first, those without a score last; equals in the order in which
	 * they were handed in.
	 */
	public static List<Placing> rank(Collection<Ranked> group) {
		List<Ranked> sorted = group.stream().sorted(BY_PLACE).toList();
		List<Placing> placings = new ArrayList<>(sorted.size());
		int rank = 0;
		int place = 0;
		for (int i = 0; i < sorted.size(); i++) {
			Ranked one = sorted.get(i);
			rank = (i > 0 && BY_SCORE.compare(sorted.get(i - 1), one) == 0) ? rank : i + 1;
			place = (i > 0 && BY_PLACE.compare(sorted.get(i - 1), one) == 0) ? place : i + 1;
			boolean scored = one.score() != null;
			placings.add(new Placing(one.subjectId(), scored ? rank : null, scored ? place : null));
		}
		return placings;
	}

	private static int compareTieBreakers(Ranked one, Ranked other) {
		int common = Math.min(one.tieBreakers().size(), other.tieBreakers().size());
		for (int i = 0; i < common; i++) {
			int order = GREATEST_FIRST.compare(one.tieBreakers().get(i), other.tieBreakers().get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(other.tieBreakers().size(), one.tieBreakers().size());
	}

}
