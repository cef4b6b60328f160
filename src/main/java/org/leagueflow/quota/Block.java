package org.leagueflow.quota;

import java.time.LocalDate;

/**
 * A run of numbers that was given to a unit.
 *
 * @param fromUnitId the unit that gave it, or null when a county put it in
 * @param givenOn the day
 */
record Block(long id, long unitId, Long fromUnitId, String prefix, int firstNo, int lastNo, String givenByName,
		LocalDate givenOn) {

	public int size() {
		return this.lastNo - this.firstNo + 1;
	}

	public String first() {
		return MemberNumber.of(this.prefix, this.firstNo);
	}

	public String last() {
		return MemberNumber.of(this.prefix, this.lastNo);
	}

}
