package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePage.StageState;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.requirement.Requirement;

/**
 * Where a member's own recommendations stand, and what is missing for another one.
 *
 * @param conditions the conditions of each line on which none runs, none for somebody who
 * is no member
 * @param vote whether the branch votes, rather than giving its opinion
 */
record MyStandingPage(PersonCard person, List<File> files, Map<Line, List<Requirement>> conditions, boolean vote) {

	/**
	 * One recommendation.
	 *
	 * @param stages what it went through, where it is, and what comes
	 * @param waits what it waits for now; empty when nothing is asked of anybody
	 */
	record File(CaseCard card, List<StageState> stages, List<String> waits, Line line, Standing standing,
			LocalDate startedOn, LocalDate votedOn, LocalDate validUntil, boolean lapsed, String handedTo,
			LocalDate handedOverOn, LocalDate feedbackOn, String reason) {
	}

}
