package org.leagueflow.policy;

/**
 * A constant of the rules as it holds for everybody.
 *
 * @param key its name, such as {@code p1.mentor.talks}
 * @param kind how its values compare
 * @param value the national value, or the county's where the national rules leave it open
 * @param measure what a number counts: YEARS, MONTHS, WORKDAYS, HOURS, TIMES, PERSONS,
 * PERCENT; otherwise null
 * @param source where it stands, such as {@code 细则§11}
 * @param grade how good the evidence for it is: N, N~, L, W, G or S0–S4
 * @param leeway what a unit may do with it
 */
public record Rule(String key, Kind kind, String value, String measure, String source, String grade, Leeway leeway) {

	/** How the values of a rule compare. */
	public enum Kind {

		/** A number; more is stricter. */
		AT_LEAST,
		/** A number; less is stricter. */
		AT_MOST,
		/** A number that is what it is. */
		EXACTLY,
		/** {@code true} or {@code false}; true is stricter. */
		FLAG,
		/** Words. */
		TEXT

	}

	/** What a unit may do with a rule. */
	public enum Leeway {

		/** 不可覆盖. */
		NONE,
		/** 可加严, 不得放宽: the strictest along the path holds. */
		STRICTER,
		/** 可覆盖: the nearest setting holds. */
		EITHER

	}

	int number() {
		return Integer.parseInt(this.value);
	}

}
