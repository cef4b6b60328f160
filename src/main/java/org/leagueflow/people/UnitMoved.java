package org.leagueflow.people;

/**
 * A unit stands elsewhere in the org tree now; every path that began with the old one
 * begins with the new one.
 */
public record UnitMoved(long unitId, String fromPath, String toPath) {
}
