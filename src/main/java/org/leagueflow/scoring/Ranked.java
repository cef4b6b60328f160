package org.leagueflow.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who is ranked.
 *
 * @param score the score, or null when it is missing, which is not zero
 * @param tieBreakers what is compared in this order where scores are equal; the greater
 * is better, null stands behind every number
 */
public record Ranked(long subjectId, BigDecimal score, List<Rational> tieBreakers) {

	public static Ranked of(long subjectId, BigDecimal score, BigDecimal... tieBreakers) {
		return new Ranked(subjectId, score,
				Stream.of(tieBreakers).map((one) -> (one != null) ? Rational.of(one) : null).toList());
	}

}
