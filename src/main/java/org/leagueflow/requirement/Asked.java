package org.leagueflow.requirement;

import java.time.LocalDate;
import org.leagueflow.people.People.PersonCard;

/**
 * A person of whom conditions are asked.
 *
 * @param personId the person
 * @param unitPath the path of the unit whose rules hold
 * @param since the day from which {@link Window#SINCE} counts, or null
 */
public record Asked(long personId, String unitPath, LocalDate since) {

	/** By the rules of the person's own unit. */
	public static Asked of(PersonCard person) {
		return new Asked(person.id(), person.unitPath(), null);
	}

}
