package org.leagueflow.recommendation;

import java.util.EnumMap;
import java.util.Map;
import org.leagueflow.kernel.Refusal;

/**
 * How much each dimension counts, in percent; all of them make 100.
 *
 * @param percent the percentage of each dimension
 */
record Weights(Map<Dimension, Integer> percent) {

	/**
	 * @throws Refusal.Invalid when they do not make 100
	 */
	Weights {
		int sum = percent.values().stream().mapToInt(Integer::intValue).sum();
		if (sum != 100) {
			throw new Refusal.Invalid("refusal.recommendation.weights", sum);
		}
		percent = new EnumMap<>(percent);
	}

	int of(Dimension dimension) {
		return this.percent.get(dimension);
	}

}
