package org.leagueflow.people;

/**
 * Somebody took up or gave up a post at this unit; told within the transaction that
 * records it.
 */
public record PostsChanged(long unitId) {
}
