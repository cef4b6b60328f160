package org.leagueflow.people;

/**
 * Somebody to be entered.
 *
 * @param idNumber null when it is not known
 */
record PersonEntry(NewPerson facts, SealedIdNumber idNumber) {
}
