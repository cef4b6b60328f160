package org.leagueflow.scoring;

import java.math.BigDecimal;

/**
 * Something that was entered for a subject: a mark, a bonus, a rater's points.
 *
 * @param component the component of the scheme that it belongs to
 * @param item what repeated entries have in common, such as a course, or null
 * @param value the number, or null when it was not entered or is a grade in words
 * @param word a grade in words, such as 良, or null
 * @param credit the credits of the course, or null
 * @param term the term, such as {@code 2025-2026-1}, the later the greater as text, or
 * null
 * @param origin where it stands: sheet and row, ledger entry, rater; or null
 */
public record Input(String component, String item, Rational value, String word, BigDecimal credit, String term,
		String origin) {

	public static Input of(String component, BigDecimal value, String origin) {
		return of(component, exact(value), origin);
	}

	/** A number that no decimal says exactly, such as a share of votes. */
	public static Input of(String component, Rational value, String origin) {
		return new Input(component, null, value, null, null, null, origin);
	}

	private static Rational exact(BigDecimal value) {
		return (value != null) ? Rational.of(value) : null;
	}

	public static Input word(String component, String word, String origin) {
		return new Input(component, null, null, word, null, null, origin);
	}

	/** A course's mark of a term. */
	public static Input course(String component, String course, BigDecimal value, BigDecimal credit, String term,
			String origin) {
		return new Input(component, course, exact(value), null, credit, term, origin);
	}

	/** It is expected and was not entered, which is not zero. */
	public static Input missing(String component, String item, String origin) {
		return new Input(component, item, null, null, null, null, origin);
	}

}
