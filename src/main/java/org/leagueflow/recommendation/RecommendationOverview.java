package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.leagueflow.people.People.UnitCard;

/**
 * The recommendations of a term below a committee.
 *
 * @param terms the terms to choose from, the newest first
 * @param units the units to choose from
 * @param total how many match
 * @param next whether another page follows
 */
record RecommendationOverview(YearMonth term, List<YearMonth> terms, List<UnitCard> units, List<Row> rows, long total,
		boolean next) {

	/** One recommendation. */
	record Row(long caseId, String person, UnitCard branch, String above, Line line, RecommendationStep step,
			LocalDate startedOn, LocalDate validUntil, boolean lapsesSoon, LocalDate feedbackDue, boolean feedbackLate,
			PlaceStanding places) {
	}

}
