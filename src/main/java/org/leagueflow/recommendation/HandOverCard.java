package org.leagueflow.recommendation;

import java.time.LocalDate;

/**
 * A list that was handed over, as an overview shows it.
 *
 * @param due by when the Party was to answer, or null when it answered
 */
record HandOverCard(long id, Line line, String unit, String party, LocalDate handedOverOn, int no, String by,
		int persons, int received, int answered, LocalDate due, boolean late) {
}
