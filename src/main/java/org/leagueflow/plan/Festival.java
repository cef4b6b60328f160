package org.leagueflow.plan;

import java.time.LocalDate;

/**
 * A day of the festival calendar in one year; {@code plan.festival.<key>} is its name.
 */
public record Festival(String key, LocalDate day) {
}
