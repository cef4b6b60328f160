package org.leagueflow.requirement;

/**
 * What a process asks of a person: a fact, compared with a number or a flag of the
 * policy.
 *
 * @param key its name within the set; {@code condition.<key>} are its words
 * @param fact what is looked at, known to a {@link FactSource}
 * @param comparison how it compares
 * @param policy the rule that says the number and the source
 * @param window the days looked at
 */
public record Condition(String key, String fact, Comparison comparison, String policy, Window window) {

	public static Condition atLeast(String key, String fact, String policy, Window window) {
		return new Condition(key, fact, Comparison.AT_LEAST, policy, window);
	}

	public static Condition atMost(String key, String fact, String policy, Window window) {
		return new Condition(key, fact, Comparison.AT_MOST, policy, window);
	}

	public static Condition below(String key, String fact, String policy) {
		return new Condition(key, fact, Comparison.BELOW, policy, Window.EVER);
	}

	/** Asked for where the policy's flag is on. */
	public static Condition yes(String key, String fact, String policy, Window window) {
		return new Condition(key, fact, Comparison.YES, policy, window);
	}

}
