package org.leagueflow.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What a voter's browser has signed and casts: 32 random bytes, then in ASCII
 * {@code leagueflow-ballot/1}, the ballot's id and the filled paper, separated by line
 * feeds. The random bytes are those that RFC 9474 puts before a message (Randomized), and
 * make the tracker one that nobody can compute from the choice.
 */
final class Vote {

	static final int RANDOM = 32;

	/** Characters of a tracker: 125 bits. */
	static final int TRACKER = 25;

	private static final String HEAD = "leagueflow-ballot/1\n";

	private Vote() {
	}

	/** How long the message is; the same for every choice. */
	static int length(long ballot, Paper paper) {
		return RANDOM + head(ballot).length + paper.lines().size();
	}

	static byte[] message(byte[] random, long ballot, String filled) {
		return Bytes.join(random, head(ballot), filled.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * The filled paper.
	 * @throws Malformed when this is no vote of this ballot
	 */
	static String filled(byte[] message, long ballot, Paper paper) throws Malformed {
		byte[] head = head(ballot);
		int start = RANDOM + head.length;
		if (message.length != length(ballot, paper)
				|| !Arrays.equals(head, Arrays.copyOfRange(message, RANDOM, start))) {
			throw new Malformed();
		}
		String filled = new String(message, start, message.length - start, StandardCharsets.US_ASCII);
		if (!paper.fits(filled)) {
			throw new Malformed();
		}
		return filled;
	}

	/**
	 * By which a voter finds the own paper among those published: the first 125 bits of
	 * the message's SHA-256.
	 */
	static String tracker(byte[] message) {
		return CrockfordBase32.encode(sha256(message), TRACKER);
	}

	static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] head(long ballot) {
		return (HEAD + ballot + "\n").getBytes(StandardCharsets.US_ASCII);
	}

	/** What came is no vote of this ballot. */
	static final class Malformed extends Exception {

		Malformed() {
			super("Not a vote of this ballot", null, false, false);
		}

	}

}
