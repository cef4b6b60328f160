package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;

/** What a League committee can hand over now, to whom, and what it handed over. */
record HandOverPage(List<Ready> ready, List<UnitCard> parties, List<HandOverCard> lists, LocalDate today) {

	/** Somebody who can be handed over. */
	record Ready(long caseId, PersonCard person, String branch, Line line, LocalDate clearedOn, LocalDate validUntil) {
	}

}
