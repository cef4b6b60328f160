package org.leagueflow.admission;

import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.MayRecord;
import org.leagueflow.people.People.PersonCard;
import org.springframework.stereotype.Component;

/** Mentors book the talks with those whom they mentor (细则§11). */
@Component
class MentorsRecord implements MayRecord {

	private final Cases cases;

	MentorsRecord(Cases cases) {
		this.cases = cases;
	}

	@Override
	public boolean mayRecord(Actor by, PersonCard person, EntryKind kind) {
		return kind == EntryKind.TALK && this.cases.openOf(person.id(), "admission")
			.stream()
			.anyMatch((caseId) -> this.cases.holders(caseId, AdmissionRoles.MENTOR).contains(by.personId()));
	}

}
