package org.leagueflow.people;

/**
 * Authority to approve was granted to, recalled from or given back to this unit; told
 * within the transaction that records it (细则§23).
 */
public record AuthorityChanged(long unitId) {
}
