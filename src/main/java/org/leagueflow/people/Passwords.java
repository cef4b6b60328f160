package org.leagueflow.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Refusal;

/** What a password must look like, and one-time passwords that people can type. */
final class Passwords {

	private static final int SHORTEST = 10;

	/** BCrypt reads no further than this many bytes. */
	private static final int MOST_BYTES = 72;

	private static final int FEWEST_DIFFERENT = 5;

	/** Without characters that look alike. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Passwords() {
	}

	/**
	 * @throws Refusal.Invalid at the named field when the password is too weak
	 */
	static void check(String field, String password, String login) {
		String text = (password != null) ? password : "";
		boolean letter = text.codePoints().anyMatch(Character::isLetter);
		boolean other = text.codePoints().anyMatch((point) -> !Character.isLetter(point));
		boolean holdsLogin = login != null && !login.isEmpty()
				&& text.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
		if (text.length() < SHORTEST || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || !letter || !other
				|| text.chars().distinct().count() < FEWEST_DIFFERENT || holdsLogin) {
			throw Refusal.Invalid.field(field, "refusal.people.password-weak");
		}
	}

	/** Three groups of four characters, about 59 bits. */
	static String oneTime() {
		return RANDOM.ints(12, 0, ALPHABET.length())
			.mapToObj(ALPHABET::charAt)
			.map(String::valueOf)
			.collect(Collectors.joining())
			.replaceAll("(.{4})(?=.)", "$1-");
	}

}
