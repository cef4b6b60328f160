package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Post;

/**
 * Answers questions about persons, units and roles, and keeps memberships; what other
 * modules may know of people.
 */
public interface People {

	/**
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is no such person
	 */
	PersonCard person(long personId);

	List<PersonCard> persons(java.util.Collection<Long> ids);

	/** The person's mail address, empty when none is known. */
	Optional<String> email(long personId);

	/** The person's telephone number, empty when none is known. */
	Optional<String> phone(long personId);

	/**
	 * Persons whose name, student number or account starts with the text, in units that
	 * the actor reaches.
	 */
	List<PersonCard> search(String text, Actor by, int limit);

	/**
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is no such unit
	 */
	UnitCard unit(long unitId);

	/** The unit and those above it, nearest first. */
	List<UnitCard> lineage(long unitId);

	/**
	 * Where the unit can be reached, or else the nearest one above that says so; empty
	 * where none does.
	 */
	Optional<String> contact(long unitId);

	/** The nearest unit of that kind at or above the unit. */
	Optional<UnitCard> nearest(long unitId, UnitKind kind);

	/** The open units without one above. */
	List<UnitCard> roots();

	/**
	 * The path of the school that a unit belongs to, within which student numbers are
	 * told apart: the topmost committee, or the unit itself where there is none.
	 */
	String schoolPath(long unitId);

	/** The unit and all below it that is open. */
	List<UnitCard> within(long unitId);

	/** The unit and all below it, what was closed meanwhile among it. */
	List<UnitCard> everWithin(long unitId);

	/**
	 * Lets transactions that count something of the person wait for each other, until the
	 * caller's ends.
	 */
	void hold(java.util.Collection<Long> personIds);

	/** Every open unit there is. */
	List<UnitCard> units();

	/**
	 * The posts that a person holds today, appointments whose term has ended left out.
	 */
	List<Post> posts(long personId);

	/** How many persons hold one of the roles at or below the unit today. */
	int holderCount(java.util.Collection<String> roles, long unitId);

	/** Those of the persons who hold any post today. */
	java.util.Set<Long> inPosts(java.util.Collection<Long> personIds);

	/** The persons who hold the role at exactly this unit today. */
	List<Long> holders(String role, long unitId);

	/**
	 * Finds the unit at which a role of a case of this unit is answered: the role's own
	 * level at or above the unit; where nobody holds it, the nearest level above that has
	 * a committee, and {@code climbed} is true.
	 */
	Route route(String role, long unitId);

	/**
	 * The same for a caller who knows where the unit stood when last seen.
	 * @param unitPath the unit's path; where the unit has moved since, the new one counts
	 */
	Route route(String role, long unitId, String unitPath);

	/**
	 * Everybody who belongs to the branch or group on that day, with voting right and the
	 * reason where there is none.
	 */
	List<Elector> electors(long branchId, LocalDate on);

	/**
	 * Whom a branch may ask to guide young people beside its own members: staff and Party
	 * members of its school, those of units above the branch first; 500 at most.
	 */
	List<PersonCard> guides(long branchId);

	/** How many members the branch has on that day. */
	int memberCount(long unitId, LocalDate on);

	/**
	 * How many members each of the branches has on that day, in one statement; branches
	 * without any are left out.
	 */
	java.util.Map<Long, Integer> memberCounts(java.util.Collection<Long> branchIds, LocalDate on);

	/**
	 * How many young people, members or not, belong to the branch today; staff left out.
	 */
	int youthCount(long unitId);

	/**
	 * The young people of each of the branches today, members or not, staff left out;
	 * branches without anybody are left out. One statement.
	 */
	java.util.Map<Long, List<Long>> youth(java.util.Collection<Long> branchIds);

	/** How many members the branch has on a day; staff left out, as among its youth. */
	int youngMemberCount(long unitId, LocalDate on);

	/**
	 * Whether the branch has a branch committee: somebody holds {@code branch-committee}
	 * there today.
	 */
	boolean hasBranchCommittee(long branchId);

	/** Those of the branches that have a branch committee today. */
	List<Long> withBranchCommittee(java.util.Collection<Long> branchIds);

	/**
	 * The unit that may approve new members of this branch on that day (细则§23): the
	 * nearest basic-level committee, or a general branch while its authorisation is
	 * valid, or the level above while authority is recalled (提级审批).
	 * @throws org.leagueflow.kernel.Refusal.Invalid when the branch is functional or
	 * temporary, which never receive members
	 */
	UnitCard approvalAuthority(long branchId, LocalDate on);

	/** Records membership from the day of the branch general meeting (细则§25). */
	void admit(long personId, long branchId, LocalDate since, String memberNumber, Actor by);

	/** Moves a person to another unit from that day on. */
	void move(long personId, long toUnitId, LocalDate on, Actor by);

	/**
	 * A person as other modules may see one.
	 *
	 * @param id the person
	 * @param name the name
	 * @param birthDate the birthday, or null when unknown
	 * @param sex {@code M} or {@code F}, or null
	 * @param studentNumber the student or staff number, or null
	 * @param unitId the branch or unit the person belongs to
	 * @param unitPath that unit's path
	 * @param unitName that unit's name
	 * @param schoolId the nearest committee-level unit at or above, which is the school
	 * @param member whether the person is a League member today
	 * @param memberSince the day membership began, or null
	 * @param memberNumber the 12-digit number, or null
	 * @param partyMember whether the person is a Party member
	 * @param staff whether the person is a member of staff
	 * @param restricted whether the person is under probation (留团察看 / 留党察看) and lacks
	 * member's rights
	 * @param active false after death or departure
	 */
	record PersonCard(long id, String name, LocalDate birthDate, String sex, String studentNumber, long unitId,
			String unitPath, String unitName, Long schoolId, boolean member, LocalDate memberSince, String memberNumber,
			boolean partyMember, boolean staff, boolean restricted, boolean active) {
	}

	/**
	 * A unit of the org tree.
	 *
	 * @param kind its level
	 * @param branchKind for branches: CLASS, CLUB, STAFF, FUNCTIONAL or TEMPORARY;
	 * otherwise null
	 * @param secondarySchool whether it is, or belongs to, a secondary school (中学)
	 * @param finalYear for classes in the final year of a secondary school (毕业班): JUNIOR
	 * or SENIOR; otherwise null
	 */
	record UnitCard(long id, Long parentId, UnitKind kind, String branchKind, String name, String path,
			boolean secondarySchool, String finalYear) {
	}

	/** Where a role is answered; climbed when nobody holds it at its own level. */
	record Route(String role, long unitId, boolean climbed) {
	}

	/**
	 * Somebody who belongs to a branch or a group.
	 *
	 * @param member whether the person is a League member on that day
	 * @param votes whether the person has a vote: a member, not on probation (留团察看), and
	 * not yet 28 unless in a post (团章§1)
	 * @param whyNot a message key when votes is false
	 */
	record Elector(long personId, String name, boolean member, boolean votes, String whyNot) {
	}

}
