package org.leagueflow.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The secret of this installation, the same on every node: {@code leagueflow.crypto.key},
 * 32 bytes in base64. Only practice and tests may make one of their own, kept beside the
 * practice database.
 */
@Component
public class ServerKey {

	private final byte[] bytes;

	public ServerKey(Environment environment) {
		this.bytes = decode(text(environment));
	}

	/**
	 * The key for one purpose (HMAC-SHA-256 of its name); keys of different purposes tell
	 * nothing about each other.
	 * @param purpose such as {@code leagueflow/id-number/seal}
	 * @return 32 bytes
	 */
	public byte[] of(String purpose) {
		return Hmac.sha256(this.bytes, purpose.getBytes(StandardCharsets.UTF_8));
	}

	/** The mark (HMAC-SHA-256, 32 bytes) by which a text of ours is known again. */
	public byte[] mark(String purpose, String text) {
		return Hmac.sha256(of(purpose), text.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(Environment environment) {
		String key = environment.getProperty("leagueflow.crypto.key", "");
		if (!key.isBlank()) {
			return key.strip();
		}
		boolean mayMake = environment.acceptsProfiles(Profiles.of("!mysql & (practice | test)"));
		if (!mayMake) {
			throw new Missing("leagueflow.crypto.key is not set");
		}
		return ownKey(Path.of(environment.getProperty("leagueflow.crypto.key-file", "./data/crypto.key")));
	}

	private static byte[] decode(String key) {
		try {
			byte[] bytes = Base64.getDecoder().decode(key);
			if (bytes.length == 32) {
				return bytes;
			}
		}
		catch (IllegalArgumentException ex) {
			// told below: what was found is a secret and is not repeated
		}
		throw new Missing("leagueflow.crypto.key is not 32 bytes in base64");
	}

	private static String ownKey(Path file) {
		try {
			if (!Files.exists(file)) {
				make(file);
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void make(Path file) throws IOException {
		byte[] fresh = new byte[32];
		new SecureRandom().nextBytes(fresh);
		Files.createDirectories(file.toAbsolutePath().getParent());
		try {
			Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.CREATE_NEW);
			file.toFile().setReadable(false, false);
			file.toFile().setReadable(true, true);
		}
		catch (FileAlreadyExistsException ex) {
			// another start was faster; its key is as good
		}
	}

	/** There is no usable key, and this profile may not make one. */
	public static class Missing extends IllegalStateException {

		Missing(String why) {
			super(why + ". ID numbers (身份证号) are stored sealed, so the application does not start without a key. "
					+ "Make one with `openssl rand -base64 32`, keep it outside the database, and give the same key to "
					+ "every node as LEAGUEFLOW_CRYPTO_KEY.");
		}

	}

}
