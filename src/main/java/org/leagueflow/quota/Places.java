package org.leagueflow.quota;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.leagueflow.kernel.CaseId;

/**
 * Counts the places that cases take of a unit's limit for a purpose and a period. Never
 * overdrawn, however many meetings decide at once. Every call joins the caller's
 * transaction.
 */
public interface Places {

	/**
	 * Takes one place for the case. A case that has one of this account keeps it; one of
	 * another account of the same purpose is given back first.
	 * @param most the limit today; may be lower than what was taken under an earlier one
	 * @return whether the case has a place now
	 */
	boolean take(CaseId caseId, Account account, int most);

	/**
	 * Takes one place, as of a day of the account's period: that on which it was decided,
	 * though it may be written down after midnight.
	 * @param day the day by which
	 * {@link #taken(String, Collection, LocalDate, LocalDate)} and {@link #elsewhere}
	 * find the place
	 */
	boolean take(CaseId caseId, Account account, int most, LocalDate day);

	/** Gives the case's place back; does nothing when it has none. */
	void release(CaseId caseId, String purpose);

	/** Whether the case has a place for this purpose. */
	boolean holds(CaseId caseId, String purpose);

	int taken(Account account);

	/**
	 * How many places that cases of each unit hold were taken from the one day on and
	 * before the other, in whatever period they were counted; 0 where none was; one
	 * statement.
	 */
	Map<Long, Integer> taken(String purpose, Collection<Long> units, LocalDate from, LocalDate before);

	/**
	 * The same for the account's unit, without those of the account's own period: what
	 * was counted over another length of time until the policy changed.
	 */
	int elsewhere(Account account, LocalDate from, LocalDate before);

	/**
	 * Whose places are counted together.
	 *
	 * @param purpose what they are for, up to 60 characters, such as
	 * {@code recommendation-party-activist}
	 * @param period what the policy counts over, up to 20 characters, such as
	 * {@code 2026} or {@code 2026-2}
	 */
	record Account(String purpose, long unitId, String period) {
	}

}
