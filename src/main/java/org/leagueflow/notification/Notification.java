package org.leagueflow.notification;

import java.time.Instant;
import org.leagueflow.kernel.Message;

/**
 * Something that one person was told.
 *
 * @param link a path of this application that the person should open, or null
 * @param readAt when the person marked it read, or null
 */
record Notification(long id, long personId, Message words, String link, Instant created, Instant readAt) {
}
