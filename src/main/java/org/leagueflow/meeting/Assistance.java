package org.leagueflow.meeting;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That somebody filled in a paper for a voter who cannot write; never what was put on it.
 */
@Embeddable
record Assistance(long voterId, long scribeId, Instant assistedAt) {
}
