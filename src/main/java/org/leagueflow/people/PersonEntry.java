package org.leagueflow.people;

import java.time.LocalDate;

/**
 * Somebody to be entered.
 *
 * @param idNumber null when it is not known
 * @param memberSince null for somebody who is no member
 * @param memberNumber null for a member who has none
 */
public record PersonEntry(NewPerson facts, SealedIdNumber idNumber, LocalDate memberSince, String memberNumber) {

	public static PersonEntry of(NewPerson facts) {
		return new PersonEntry(facts, null, null, null);
	}

	public boolean member() {
		return this.memberSince != null;
	}

	public NewMembership membership(long personId) {
		return new NewMembership(personId, this.facts.unitId(), this.memberSince, this.memberNumber);
	}

}
