package org.leagueflow.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;

/**
 * Something that one person was told; what is public, pages ask for. What happens to it
 * later is written by the updates of {@link NotificationRepository}, because its reader
 * and the mail post do so at the same time.
 */
@Entity
class Notification {

	// About three days, with the waits below.
	private static final int MAX_ATTEMPTS = 20;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long personId;

	private String wordsKey;

	private String wordsArgs;

	private String link;

	private Instant created;

	private Instant readAt;

	private int mailTries;

	private Instant mailNext;

	private Instant mailedAt;

	protected Notification() {
	}

	/**
	 * A notification.
	 * @param link a path of this application that the person should open, or null
	 */
	Notification(long personId, Message words, String link, Instant now) {
		this.personId = personId;
		this.wordsKey = words.key();
		this.wordsArgs = Json.write(words.args());
		this.link = link;
		this.created = now;
	}

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

	public long id() {
		return this.id;
	}

	long personId() {
		return this.personId;
	}

	public Message words() {
		return Message.of(this.wordsKey, Json.read(this.wordsArgs, Object[].class));
	}

	public String link() {
		return this.link;
	}

	public Instant created() {
		return this.created;
	}

	/** How often sending a mail was tried. */
	int mailTries() {
		return this.mailTries;
	}

}
