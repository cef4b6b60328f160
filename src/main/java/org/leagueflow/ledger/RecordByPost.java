package org.leagueflow.ledger;

import org.leagueflow.kernel.Actor;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.PersonCard;
import org.springframework.stereotype.Component;

/** Those who lead the branch, or a unit above it, book for its people. */
@Component
class RecordByPost implements MayRecord {

	private final Offices offices;

	RecordByPost(Offices offices) {
		this.offices = offices;
	}

	@Override
	public boolean mayRecord(Actor by, PersonCard person, EntryKind kind) {
		return this.offices.keeps(by, person.unitPath()) || this.offices.leads(by, person.unitPath());
	}

}
