package org.leagueflow.quota;

import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * Member numbers of 12 digits, 年份4 + 省2 + 序号6 (细则§41): a county puts them in, units above
 * give them to units below, cases take them. Never overdrawn, however many reserve at
 * once.
 */
public interface NumberPool {

	/**
	 * Puts a run of new numbers into a county committee's pool.
	 * @param prefix four digits of year and two of province, {@code 202644}
	 * @param first the first serial, 1 to 999999
	 * @param count how many
	 * @throws org.leagueflow.kernel.Refusal.Conflict when some of them exist already
	 */
	void enter(long countyUnitId, String prefix, int first, int count, Actor by);

	/**
	 * Gives free numbers, the lowest first, to a unit below.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when there are not so many free
	 */
	void allot(long fromUnitId, long toUnitId, int count, Actor by);

	/**
	 * Reserves a number for a case from the nearest pool at or above the unit; the same
	 * number again when the case already has one.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when the pool is empty, saying who
	 * allots
	 */
	String reserve(CaseId caseId, long unitId);

	/** The number that is reserved for or used by the case. */
	Optional<String> numberOf(CaseId caseId);

	/**
	 * Turns the case's reservation into use.
	 * @return the number
	 * @throws org.leagueflow.kernel.Refusal.Conflict when the case has none
	 */
	String use(CaseId caseId);

	/** Gives the case's reserved number back; nothing happens when it has none. */
	void release(CaseId caseId);

	/**
	 * Takes a free or reserved number out for good.
	 * @param reason the explanation, which every void number has
	 */
	void voidNumber(String number, String reason, Actor by);

	NumberBalance standing(long unitId);

}
