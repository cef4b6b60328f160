package org.leagueflow.people;

import java.time.LocalDate;

/**
 * Somebody belongs to another unit now; told within the transaction that moves the
 * person.
 */
public record PersonMoved(long personId, long fromUnitId, long toUnitId, LocalDate on) {
}
