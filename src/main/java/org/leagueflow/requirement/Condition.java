package org.leagueflow.requirement;

import java.math.BigDecimal;

/**
 * What a process asks of a person: a fact, compared with a number or a flag of the
 * policy.
 *
 * @param key its name within the set; {@code condition.<key>} are its words
 * @param fact what is looked at, known to a {@link FactSource}
 * @param comparison how it compares
 * @param policy the rule that says the number and the source
 * @param window the days looked at
 * @param declared the number and source where no policy but the asking definition says
 * them, or null
 */
public record Condition(String key, String fact, Comparison comparison, String policy, Window window,
		Declared declared) {

	public Condition(String key, String fact, Comparison comparison, String policy, Window window) {
		this(key, fact, comparison, policy, window, null);
	}

	/**
	 * A condition that a definition declares; its words are those of the fact, so that
	 * nobody has to write any.
	 * @param need the number that is compared; 1 for a yes
	 */
	public static Condition declared(String key, String fact, Comparison comparison, BigDecimal need, String source,
			Window window) {
		return new Condition(key, fact, comparison, null, window, new Declared(need, source));
	}

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

	/**
	 * What a definition asks for.
	 *
	 * @param source where the rule stands, for people
	 */
	public record Declared(BigDecimal need, String source) {
	}

}
