package org.leagueflow.account;

import java.time.LocalDateTime;

/**
 * A session as its owner sees it.
 *
 * @param key names it on the page; the session's own id stays secret
 * @param device system and browser; null or empty when they are not known
 * @param current whether it is the one that asks
 */
record OpenSession(String key, String device, LocalDateTime since, LocalDateTime lastSeen, boolean current) {
}
