package org.leagueflow.people;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * Somebody is to hold a role at a unit.
 *
 * @param from the first day, null for today
 * @param to the last day of the term, null for open end
 */
@Embeddable
public record NewAppointment(long personId, String role, long unitId, LocalDate from, LocalDate to) {
}
