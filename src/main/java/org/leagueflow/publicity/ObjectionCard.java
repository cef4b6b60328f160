package org.leagueflow.publicity;

import java.time.Instant;
import org.leagueflow.kernel.Subject;

/**
 * An objection as those see it who settle it.
 *
 * @param subject whom or what of the notice it is about, or null for all of it
 * @param name the objector, or null when anonymous
 * @param settled whether it has been decided
 * @param upheld whether it was upheld; false while open
 */
public record ObjectionCard(long id, long noticeId, Subject subject, String name, String contact, String content,
		Instant filedAt, boolean settled, boolean upheld, String reason, String settledBy, Instant settledAt) {
}
