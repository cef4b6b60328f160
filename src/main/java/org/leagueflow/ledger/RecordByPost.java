package org.leagueflow.ledger;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.PersonCard;
import org.springframework.stereotype.Component;

/** Those who lead the branch, or a unit above it, book for its people. */
@Component
class RecordByPost implements MayRecord {

	private static final List<String> ROLES = List.of(Roles.BRANCH_COMMITTEE, Roles.BRANCH_SECRETARY,
			Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY);

	@Override
	public boolean mayRecord(Actor by, PersonCard person, EntryKind kind) {
		return ROLES.stream().anyMatch((role) -> by.holdsOver(role, person.unitPath()));
	}

}
