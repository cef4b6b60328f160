package org.leagueflow.people;

/**
 * Somebody was put on probation (留团察看 / 留党察看); told within the transaction that records
 * it.
 */
public record PersonRestricted(long personId) {
}
