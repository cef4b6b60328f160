package org.leagueflow.quota;

/**
 * The balance of a unit's member numbers.
 *
 * @param allotted numbers that were ever given to the unit
 * @param passedOn of these, given on to units below
 * @param free ready to be reserved here
 * @param reserved held for a case
 * @param used on a member's record
 * @param voided spoilt, each with its reason
 */
public record NumberBalance(long unitId, int allotted, int passedOn, int free, int reserved, int used, int voided) {
}
