package org.leagueflow.policy;

/**
 * The value that is effective for a unit, and where it comes from.
 *
 * @param rule the rule with its source and its grade of evidence
 * @param setBy the unit that set it, or null when it is the rule's own value
 */
public record EffectiveValue(Rule rule, String value, Long setBy) {

	public int number() {
		return Integer.parseInt(this.value);
	}

	public boolean flag() {
		return Boolean.parseBoolean(this.value);
	}

	public Frequency frequency() {
		return Frequency.parse(this.value);
	}

}
