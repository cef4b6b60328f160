package org.leagueflow.policy;

import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * A constant of the rules as it holds for everybody.
 *
 * @param key its name, such as {@code p1.mentor.talks}
 * @param kind how its values compare
 * @param value the national value, or the county's where the national rules leave it open
 * @param floor the loosest value that a unit may choose, where the value itself is only a
 * default; otherwise null
 * @param measure what a number counts: YEARS, MONTHS, WORKDAYS, DAYS, HOURS, GRADE,
 * TIMES, PERSONS, PERCENT, WEEKDAY (1 is Monday) or CLOCK (a full hour); otherwise null
 * @param source where it stands, such as {@code 细则§11}
 * @param grade how good the evidence for it is: N, N~, L, W, G or S0–S4
 * @param leeway what a unit may do with it
 */
public record Rule(String key, Kind kind, String value, String floor, String measure, String source, String grade,
		Leeway leeway) {

	private static final int MAX_NUMBER = 1000;

	/** How the values of a rule compare. */
	public enum Kind {

		/** A number; more is stricter. */
		AT_LEAST,
		/** A number; less is stricter. */
		AT_MOST,
		/** A number that has to be exceeded; more is stricter. */
		MORE_THAN,
		/** A number that is what it is. */
		EXACTLY,
		/** {@code true} or {@code false}; true is stricter. */
		FLAG,
		/** How often ({@link Frequency}); more often is stricter. */
		FREQUENCY,
		/** Words. */
		TEXT;

		boolean number() {
			return this == AT_LEAST || this == AT_MOST || this == MORE_THAN || this == EXACTLY;
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
		EITHER,
		/**
		 * 可选, 不得低于全国最低: the highest unit that sets it chooses from the floor upwards,
		 * those below only tighten.
		 */
		MINIMUM;

		/**
		 * Whether a unit may only be stricter than what holds above it.
		 * @param highest whether there is no unit above it
		 * @param chosen whether a unit above it has set the rule
		 */
		boolean bound(boolean highest, boolean chosen) {
			return this == STRICTER || (this == COUNTY && !highest) || (this == MINIMUM && chosen);
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
			case AT_LEAST, MORE_THAN -> Integer.parseInt(value) < Integer.parseInt(than);
			case AT_MOST -> Integer.parseInt(value) > Integer.parseInt(than);
			case FREQUENCY -> Frequency.parse(value).aYear() < Frequency.parse(than).aYear();
			case FLAG -> !Boolean.parseBoolean(value) && Boolean.parseBoolean(than);
			case EXACTLY, TEXT -> false;
		};
	}

	/**
	 * Whether it is a value at all: true or false, a frequency, or a number within
	 * bounds.
	 */
	boolean understands(String value) {
		if (this.kind == Kind.FLAG) {
			return value.equals("true") || value.equals("false");
		}
		if (this.kind == Kind.FREQUENCY) {
			return Frequency.understands(value);
		}
		return value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= least() && Integer.parseInt(value) <= most();
	}

	/** The least that a number may be: 1 for what is at most and for days of the week. */
	public int least() {
		return (this.kind == Kind.AT_MOST || "WEEKDAY".equals(this.measure)) ? 1 : 0;
	}

	/** The most that a number may be. */
	public int most() {
		if (this.measure == null) {
			return MAX_NUMBER;
		}
		return switch (this.measure) {
			case "PERCENT" -> (this.kind == Kind.MORE_THAN) ? 99 : 100;
			case "GRADE" -> 4;
			case "DAYS" -> 31;
			case "WEEKDAY" -> 7;
			case "CLOCK" -> 23;
			case "WORKDAYS", "MONTHS" -> 60;
			default -> MAX_NUMBER;
		};
	}

	/** A value of a rule about frequency, in words. */
	public Message frequency(String written) {
		return Frequency.parse(written).words();
	}

	/** What a form offers for a rule about frequency. */
	public List<Frequency> frequencies() {
		return Frequency.parse((this.floor != null) ? this.floor : this.value).andStricter();
	}

}
