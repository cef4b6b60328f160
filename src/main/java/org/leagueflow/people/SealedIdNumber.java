package org.leagueflow.people;

/**
 * An ID number as it is kept.
 *
 * @param cipher sealed
 * @param hash the keyed hash by which it is found again
 * @param last4 the last four characters, for the eye
 */
public record SealedIdNumber(String cipher, String hash, String last4) {
}
