package org.leagueflow.quota;

import java.util.Collection;
import java.util.Map;
import org.leagueflow.quota.Places.Account;

/**
 * Allots the places of a purpose and period down the tree. What a unit gave on and what
 * its cases took never exceeds what it has, however many act at once. Every call joins
 * the caller's transaction.
 */
public interface PlaceAllotments {

	/**
	 * Says how many places the highest unit has; again with another number to change it.
	 * @throws org.leagueflow.kernel.Refusal.Invalid for a number below zero
	 * @throws org.leagueflow.kernel.Refusal.Conflict when more were given on and taken,
	 * or the unit has its places from another
	 */
	void open(Account account, int places);

	/**
	 * Says how many of the parent's places a unit below has; again with another number to
	 * change it, 0 to take them back.
	 * @throws org.leagueflow.kernel.Refusal.Invalid for a number below zero, or a unit
	 * that is not below
	 * @throws org.leagueflow.kernel.Refusal.Conflict when the parent has not so many
	 * left, when the unit used more, or has its places from another
	 */
	void allot(Account parent, long toUnitId, int places);

	/** Of an account that has no allotment, no places. */
	Standing standing(Account account);

	/**
	 * The same for many units by one statement; units without an allotment are left out.
	 */
	Map<Long, Standing> standings(String purpose, Collection<Long> units, String period);

	/**
	 * What an account has.
	 *
	 * @param given to units below
	 * @param taken by cases of the unit itself
	 */
	record Standing(int places, int given, int taken) {

		public int left() {
			return this.places - this.given - this.taken;
		}

	}

}
