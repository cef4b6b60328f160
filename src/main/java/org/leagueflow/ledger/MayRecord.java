package org.leagueflow.ledger;

import org.leagueflow.people.People.PersonCard;
import org.leagueflow.kernel.Actor;

/**
 * Says who else may book for a person: any bean that answers yes is enough. A process
 * adds the mentors of its cases.
 */
public interface MayRecord {

	boolean mayRecord(Actor by, PersonCard person, EntryKind kind);

}
