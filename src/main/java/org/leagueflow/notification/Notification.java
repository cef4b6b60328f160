package org.leagueflow.notification;

import java.time.Duration;
import java.time.Instant;
import org.leagueflow.kernel.Message;

/**
 * Something that one person was told.
 *
 * @param link a path of this application that the person should open, or null
 * @param readAt when the person marked it read, or null
 * @param mailTries how often sending a mail was tried
 * @param mailNext when it may be tried again, or null when it was not tried yet
 * @param mailedAt when the mail server took it, or null
 */
record Notification(long id, long personId, Message words, String link, Instant created, Instant readAt, int mailTries,
		Instant mailNext, Instant mailedAt) {

	// About three days, with the waits below.
	private static final int MAX_ATTEMPTS = 20;

	public boolean unread() {
		return this.readAt == null;
	}

	boolean mailDue(Instant now) {
		return !mailDone() && (this.mailNext == null || !this.mailNext.isAfter(now));
	}

	/** Whether the mail is out, or was tried so often that it never will be. */
	public boolean mailDone() {
		return this.mailedAt != null || this.mailTries >= MAX_ATTEMPTS;
	}

	/**
	 * One minute after the first try, then twice as long each time, at most six hours.
	 */
	public Duration retryDelay() {
		return Duration.ofMinutes(Math.min(1L << Math.min(this.mailTries, 10), 360));
	}

}
