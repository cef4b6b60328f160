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
import java.util.HexFormat;
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

	private final String text;

	private final byte[] bytes;

	private final String source;

	public ServerKey(Environment environment) {
		String given = environment.getProperty("leagueflow.crypto.key", "");
		Path file = Path.of(environment.getProperty("leagueflow.crypto.key-file", "./data/crypto.key"));
		this.text = !given.isBlank() ? given.strip() : ownKey(file, environment);
		this.bytes = decode(this.text);
		this.source = !given.isBlank() ? "LEAGUEFLOW_CRYPTO_KEY" : file.toString();
	}

	/** The key's name, 16 hexadecimal digits, from which nobody learns the key. */
	public String id() {
		return id(this.bytes);
	}

	/** The name of any key. */
	public static String id(byte[] key) {
		byte[] mark = Hmac.sha256(key, "leagueflow/key-id".getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(mark, 0, 8);
	}

	/** The key in base64, as it was given. */
	public String text() {
		return this.text;
	}

	/** Where this node has its key from: a setting's name or a file. */
	public String source() {
		return this.source;
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

	private static String ownKey(Path file, Environment environment) {
		if (!environment.acceptsProfiles(Profiles.of("!mysql & (practice | test)"))) {
			throw new Missing("leagueflow.crypto.key is not set");
		}
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

	/** The key of this node cannot be used; the application does not start. */
	public static class Unusable extends IllegalStateException {

		private final String remedy;

		Unusable(String why, String remedy) {
			super(why);
			this.remedy = remedy;
		}

		/** What to do about it. */
		public String remedy() {
			return this.remedy;
		}

	}

	/** There is no usable key, and this profile may not make one. */
	public static class Missing extends Unusable {

		Missing(String why) {
			super(why + ". ID numbers (身份证号) are stored sealed, so the application does not start without a key. "
					+ "Make one with `openssl rand -base64 32`, keep it outside the database, and give the same key to "
					+ "every node as LEAGUEFLOW_CRYPTO_KEY.", "Set LEAGUEFLOW_CRYPTO_KEY and start again.");
		}

	}

	/** What stands in the database was written with another key. */
	public static class Foreign extends Unusable {

		/**
		 * @param known the name of the database's key, or null when only what it wrote is
		 * known
		 */
		Foreign(String what, String setting, String mine, String known) {
			super("This node's key " + mine + " (" + setting + ") is not the key" + ((known != null) ? " " + known : "")
					+ " of this database, which protects " + what
					+ ". The node does not start: ID numbers (身份证号) could not be opened, and every audit entry "
					+ "(审计记录) it wrote would read as damaged. Nothing was written.",
					"Start again with the key under which this database was set up, the same on every node; a copy of"
							+ " it is kept with your backups. To begin anew, use an empty database.");
		}

	}

}
