package org.leagueflow.people;

import java.util.List;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.UnitCard;

/**
 * Who acts for a unit: its committee, those who lead it, the unit that approves new
 * members, and who keeps the files.
 */
public interface Offices {

	/** The roles that sit on committees above branches. */
	Set<String> LEADING = Set.of(Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY,
			Roles.COUNTY_COMMITTEE);

	/** The roles that sit on committees which set rules and review those below. */
	Set<String> COMMITTEES = Set.of(Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE);

	/** Those that lead, audit or administer. */
	Set<String> OVERSEEING = Set.of(Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY,
			Roles.COUNTY_COMMITTEE, Roles.AUDITOR, Roles.ADMIN);

	/** The role that sits on this unit's committee; in a group its leader. */
	String committee(UnitCard unit);

	/**
	 * The roles that call the unit's meetings and act for it, the leading one first.
	 */
	List<String> heads(UnitCard unit);

	/** Who sits on the unit's committee today. */
	List<Long> committeeMembers(long unitId);

	/**
	 * The unit that may approve what comes from this branch today (细则§23).
	 * @throws org.leagueflow.kernel.Refusal.Invalid when the branch never receives
	 * members
	 */
	UnitCard approving(long branchId);

	/**
	 * Whether the person sits on the committee that approves what comes from this branch;
	 * where nobody does, on the one that answers for it.
	 */
	boolean approves(Actor by, long branchId);

	/**
	 * Asks once more when somebody decides: a task may have waited in a list while
	 * authority went elsewhere.
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed naming the unit that holds
	 * authority
	 */
	void requireApproving(Actor by, long branchId);

	/**
	 * Whether the person keeps the files of the unit with this path: its secretary or
	 * committee, or the committee above.
	 */
	boolean keeps(Actor by, String unitPath);

	/**
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed to whoever does not keep the files
	 */
	void requireKeeping(Actor by, String unitPath);

	/**
	 * Whether the person sits on a committee above branches, at or above the unit with
	 * this path.
	 */
	boolean leads(Actor by, String unitPath);

	/** Whether the person sits on a committee at or above the unit with this path. */
	boolean sitsOver(Actor by, String unitPath);

	/** The units on whose committees the person sits. */
	List<Long> committeesOf(Actor by);

	/** Whether the person leads the unit, audits it or administers it. */
	boolean oversees(Actor by, String unitPath);

}
