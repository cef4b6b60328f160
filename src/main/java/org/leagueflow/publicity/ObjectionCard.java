package org.leagueflow.publicity;

import java.time.Instant;

/**
 * An objection as those see it who settle it.
 *
 * @param name the objector, or null when anonymous
 * @param settled whether it has been decided
 * @param upheld whether it was upheld; false while open
 */
public record ObjectionCard(long id, long noticeId, String name, String contact, String content, Instant filedAt,
		boolean settled, boolean upheld, String reason, String settledBy, Instant settledAt) {
}
