package org.leagueflow.award;

import java.time.Instant;

/**
 * An edition in the list of awards.
 *
 * @param mine whether the reader may change it
 */
record AwardLine(long id, long awardId, int number, String name, String unit, boolean released, String changedBy,
		Instant changedAt, boolean mine) {
}
