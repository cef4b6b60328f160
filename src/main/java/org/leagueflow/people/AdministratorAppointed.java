package org.leagueflow.people;

/**
 * Somebody was appointed to administer, so that set-up is over; published within the
 * transaction that records it.
 */
public record AdministratorAppointed() {
}
