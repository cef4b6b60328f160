package org.leagueflow.people;

import java.time.LocalDate;

/**
 * Somebody left (graduated, departed or died); told within the transaction that records
 * it.
 */
public record PersonLeft(long personId, String reason, LocalDate on) {
}
