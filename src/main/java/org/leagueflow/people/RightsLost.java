package org.leagueflow.people;

import org.leagueflow.kernel.Actor;

/**
 * Somebody lost a post or left, so that sessions opened with these rights have to end;
 * published within the transaction that records it.
 *
 * @param by who recorded it
 */
public record RightsLost(long personId, Actor by) {
}
