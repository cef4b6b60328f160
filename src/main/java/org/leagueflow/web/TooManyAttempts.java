package org.leagueflow.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** An attempt at a password was rejected unread, because too many failed before. */
public class TooManyAttempts extends AuthenticationException {

	private final long seconds;

	public TooManyAttempts(Duration wait) {
		super("Wait before you try again");
		this.seconds = seconds(wait);
	}

	/** A wait as people are told it, in whole seconds. */
	public static long seconds(Duration wait) {
		return Math.max(1, (wait.toMillis() + 999) / 1000);
	}

	/** How long to wait. */
	public long seconds() {
		return this.seconds;
	}

}
