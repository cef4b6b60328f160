package org.leagueflow.scoring;

import java.util.List;
import java.util.Map;

/**
 * How levels are given out.
 *
 * @param places the places of each level, the highest first
 * @param overflow whether who finds no place in the own level stands first in the next
 * @param fill whether a place that stays empty is filled from the level below, by that
 * one level and no further
 * @param ties what happens to equals of whom not all have a place
 * @param limits how many of a group may be chosen over all levels
 */
public record LevelRules(List<Integer> places, boolean overflow, boolean fill, TiePolicy ties,
		Map<String, Integer> limits) {

	public LevelRules {
		if (places.stream().anyMatch((count) -> count < 0)) {
			throw new IllegalArgumentException("Places below zero: " + places);
		}
		places = List.copyOf(places);
		limits = Map.copyOf(limits);
	}

	/**
	 * At least this share of all places is for one group, by a limit on all others: of 10
	 * places with at least 40 % from classes, at most 6 go to others.
	 */
	public static int limitOfOthers(int places, Rational share) {
		return places
				- RoundingRule.whole(RoundingRule.Mode.CEILING).round(share.times(Rational.of(places))).intValueExact();
	}

}
