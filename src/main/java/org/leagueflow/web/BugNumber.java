package org.leagueflow.web;

import java.security.SecureRandom;
import java.util.Locale;

/** A number to quote for an error that should not have happened; the log has it too. */
final class BugNumber {

	private static final SecureRandom RANDOM = new SecureRandom();

	private BugNumber() {
	}

	static String next() {
		return String.format(Locale.ROOT, "%08X", RANDOM.nextInt());
	}

}
