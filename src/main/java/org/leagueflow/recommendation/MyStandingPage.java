package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.requirement.Requirement;

/**
 * Where a member's own recommendations stand, and what is missing for another one.
 *
 * @param conditions the conditions of each line, none for somebody who is no member
 * @param vote whether the branch votes, rather than giving its opinion
 */
record MyStandingPage(PersonCard person, List<File> files, Map<Line, List<Requirement>> conditions, boolean vote) {

	/** One recommendation. */
	record File(CaseCard card, Line line, Standing standing, LocalDate startedOn, LocalDate votedOn,
			LocalDate validUntil, boolean lapsed, String handedTo, LocalDate handedOverOn, LocalDate feedbackOn,
			String reason) {
	}

}
