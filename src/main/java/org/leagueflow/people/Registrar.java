package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.Actor;

/**
 * Enters units, persons and posts under the same rules as the pages do; for set-up,
 * imports and the practice college.
 */
public interface Registrar {

	/** Whether anything has been entered at all. */
	boolean empty();

	/** Whether somebody administers already. */
	boolean administered();

	long unit(NewUnit unit, Actor by);

	/** Says where the unit can be reached. */
	void contact(long unitId, String contact, Actor by);

	long person(NewPerson person, Actor by);

	/**
	 * Records somebody who has been a member for long; the number may be null before
	 * 2017.
	 */
	void member(long personId, long branchId, LocalDate since, String memberNumber, Actor by);

	long appoint(NewAppointment appointment, Actor by);

	/** Opens the unit, or finds the one of that name at that place. */
	long unitNamed(NewUnit unit, Actor by);

	/**
	 * Enters many persons, into units that the caller has been seen to reach.
	 * @return the persons' ids, in the order of the entries
	 */
	List<Long> persons(List<PersonEntry> entries, Actor by);

	/** Corrects many persons, in units that the caller has been seen to reach. */
	void correct(List<PersonCorrection> corrections, Actor by);

	/** Corrects since when somebody is a member, and the number. */
	void correctMembership(long personId, LocalDate since, String memberNumber, Actor by);

	/** Records many who have been members for long. */
	void members(List<NewMembership> members, Actor by);

	void appoint(List<NewAppointment> appointments, Actor by);

}
