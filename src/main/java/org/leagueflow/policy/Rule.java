package org.leagueflow.policy;

/**
 * A constant of the rules as it holds for everybody.
 *
 * @param key its name, such as {@code p1.mentor.talks}
 * @param kind how its values compare
 * @param value the national value, or the county's where the national rules leave it open
 * @param measure what a number counts: YEARS, MONTHS, WORKDAYS, DAYS, HOURS, TIMES,
 * PERSONS or PERCENT; otherwise null
 * @param source where it stands, such as {@code 细则§11}
 * @param grade how good the evidence for it is: N, N~, L, W, G or S0–S4
 * @param leeway what a unit may do with it
 */
public record Rule(String key, Kind kind, String value, String measure, String source, String grade, Leeway leeway) {

	private static final int MOST = 1000;

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
		TEXT;

		boolean number() {
			return this == AT_LEAST || this == AT_MOST || this == EXACTLY;
		}

	}

	/** What a unit may do with a rule. */
	public enum Leeway {

		/** 不可覆盖. */
		NONE,
		/** 可加严, 不得放宽: the strictest along the path holds. */
		STRICTER,
		/**
		 * A condition of the county's own: the highest unit may set it either way, those
		 * below may only be stricter than it.
		 */
		COUNTY,
		/** 可覆盖: the nearest setting holds. */
		EITHER;

		/** Whether a unit may only be stricter than what holds above it. */
		boolean bound(boolean highest) {
			return this == STRICTER || (this == COUNTY && !highest);
		}

	}

	/** Whether a unit may set it at all. */
	public boolean open() {
		return this.leeway != Leeway.NONE;
	}

	/** The stricter of two values of this rule. */
	String stricter(String one, String other) {
		return looser(other, one) ? one : other;
	}

	/** Whether a value asks for less than another. */
	boolean looser(String value, String than) {
		return switch (this.kind) {
			case AT_LEAST -> Integer.parseInt(value) < Integer.parseInt(than);
			case AT_MOST -> Integer.parseInt(value) > Integer.parseInt(than);
			case FLAG -> !Boolean.parseBoolean(value) && Boolean.parseBoolean(than);
			case EXACTLY, TEXT -> false;
		};
	}

	/**
	 * Whether it is a value at all: true or false, or a number from 0 (what is at most:
	 * from 1).
	 */
	boolean understands(String value) {
		if (this.kind == Kind.FLAG) {
			return value.equals("true") || value.equals("false");
		}
		return value.matches("[0-9]{1,4}") && within(Integer.parseInt(value));
	}

	private boolean within(int number) {
		return number >= ((this.kind == Kind.AT_MOST) ? 1 : 0) && number <= most();
	}

	/** The most that a number may be. */
	public int most() {
		if (this.measure == null) {
			return MOST;
		}
		return switch (this.measure) {
			case "PERCENT" -> 100;
			case "DAYS" -> 31;
			case "WORKDAYS", "MONTHS" -> 60;
			default -> MOST;
		};
	}

}
