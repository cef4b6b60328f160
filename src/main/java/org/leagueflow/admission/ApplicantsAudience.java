package org.leagueflow.admission;

import java.util.List;
import org.leagueflow.meeting.Audience;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.springframework.stereotype.Component;

/** Registered applicants and activists listen at the League classes of their unit. */
@Component
class ApplicantsAudience implements Audience {

	private final Admissions admissions;

	private final People people;

	ApplicantsAudience(Admissions admissions, People people) {
		this.admissions = admissions;
		this.people = people;
	}

	@Override
	public List<Long> of(long unitId) {
		return this.admissions.applicantsAt(this.people.within(unitId).stream().map(UnitCard::id).toList());
	}

}
