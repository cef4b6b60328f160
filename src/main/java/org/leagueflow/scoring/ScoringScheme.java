package org.leagueflow.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a score is made: its components, the formula, and the rounding of the result.
 *
 * @param rounding how the result is rounded; other roundings stand in the formula
 */
public record ScoringScheme(List<ScoreComponent> components, Formula formula, RoundingRule rounding) {

	public ScoringScheme {
		components = (components != null) ? List.copyOf(components) : List.of();
	}

	/**
	 * The score of one subject, with its explanation.
	 * @throws IllegalArgumentException for a scheme that has {@link #faults() faults}
	 */
	public Score score(Inputs inputs) {
		Value result = new Rounded(this.formula, this.rounding).evaluate(new Evaluation(this, inputs, null)).single();
		return new Score(result.known() ? this.rounding.round(result.number()) : null, result.explanation());
	}

	/**
	 * How many entries of the component the formula needs; with fewer it yields nothing.
	 * One for a component of which nothing is left out.
	 */
	public int least(String key) {
		return least(this.formula, key);
	}

	private static int least(Formula part, String key) {
		int within = (part instanceof Component component && component.key().equals(key)) ? 1
				: part.parts().stream().mapToInt((one) -> least(one, key)).max().orElse(0);
		return (within > 0 && part instanceof DropExtremes drop)
				? Math.max(within, drop.highest() + drop.lowest() + drop.least()) : within;
	}

	/** Everything that is wrong with it; empty for a scheme that can be used. */
	public List<Fault> faults() {
		return new SchemeCheck(this).faults();
	}

	ScoreComponent component(String key) {
		return this.components.stream()
			.filter((component) -> component.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No component '" + key + "'"));
	}

	Map<String, ScoreComponent> byKey() {
		Map<String, ScoreComponent> byKey = new LinkedHashMap<>();
		this.components.forEach((component) -> byKey.putIfAbsent(component.key(), component));
		return byKey;
	}

}
