package org.leagueflow.meeting;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The six digits on the screen of a meeting (RFC 6238 with HMAC-SHA-256): another every
 * half minute, so that who is not in the room cannot check in with what a friend sent.
 */
@Component
class CheckInCodes {

	/** How long one code is shown. */
	static final Duration STEP = Duration.ofSeconds(30);

	private static final int MAX_REMEMBERED = 20;

	private final TimeBasedOneTimePasswordGenerator codes;

	private final SecureRandom random = new SecureRandom();

	CheckInCodes() {
		this.codes = new TimeBasedOneTimePasswordGenerator(STEP, 6,
				TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256);
	}

	/** What the codes of one meeting are made from. */
	String secret() {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

	String code(String secret, Instant now) {
		try {
			return this.codes.generateOneTimePasswordString(
					new SecretKeySpec(Base64.getDecoder().decode(secret), this.codes.getAlgorithm()), now);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The code of now and, for clocks and fingers that are slow, the one before it. */
	boolean accepts(String secret, String code, Instant now) {
		return shown(secret, code, now, 0, 2);
	}

	/** Whether it stood on the screen in the last ten minutes: late, but no guess. */
	boolean isOver(String secret, String code, Instant now) {
		return shown(secret, code, now, 2, MAX_REMEMBERED);
	}

	private boolean shown(String secret, String code, Instant now, int from, int to) {
		byte[] typed = code.getBytes(StandardCharsets.UTF_8);
		return IntStream.range(from, to)
			.mapToObj((steps) -> code(secret, now.minus(STEP.multipliedBy(steps))))
			.anyMatch((right) -> MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), typed));
	}

	/** Seconds until the next code. */
	long left(Instant now) {
		return STEP.toSeconds() - Math.floorMod(now.getEpochSecond(), STEP.toSeconds());
	}

}
