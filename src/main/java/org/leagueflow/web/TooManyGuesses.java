package org.leagueflow.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A password was not looked at, because too many were tried before. */
public class TooManyGuesses extends AuthenticationException {

	private final long seconds;

	public TooManyGuesses(Duration wait) {
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
