package org.leagueflow.marks;

import java.math.BigDecimal;

/**
 * A mark as somebody enters it by hand.
 *
 * @param item the key of an item of the person's school
 * @param typed points ({@code 87.5}) or a word (缺考)
 * @param credit of a course, or null
 */
public record MarkEntry(long personId, String item, String period, String term, MarkAttempt attempt, String typed,
		BigDecimal credit) {

	/** For a whole year. */
	public static MarkEntry of(long personId, String item, String period, String typed) {
		return new MarkEntry(personId, item, period, "", MarkAttempt.FIRST, typed, null);
	}

}
