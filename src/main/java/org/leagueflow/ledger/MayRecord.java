package org.leagueflow.ledger;

import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People.PersonCard;

/**
 * Says who else may book for a person and read the person's ledger: any bean that answers
 * yes is enough. A process adds the mentors of its cases, for talks.
 */
public interface MayRecord {

	boolean mayRecord(Actor by, PersonCard person, EntryKind kind);

}
