package org.leagueflow.people;

import java.time.LocalDate;
import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * Enters units, persons, posts and accounts under the same rules as the pages do; for
 * set-up, imports and the practice college.
 */
public interface Registrar {

	/** Whether anything has been entered at all. */
	boolean empty();

	/** The person who signs in with this name. */
	Optional<Long> signsInAs(String login);

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

	/**
	 * Opens an account of the practice college, which only the profile {@code practice}
	 * lets in; refused under any other.
	 */
	void practiceAccount(long personId, String login, String passwordHash, Actor by);

}
