package org.leagueflow.people;

import java.util.function.UnaryOperator;

/**
 * What is to be corrected about somebody.
 *
 * @param change makes the facts as they should be of those in the books
 * @param idNumber null when it stays as it is
 */
public record PersonCorrection(long personId, UnaryOperator<NewPerson> change, SealedIdNumber idNumber) {
}
