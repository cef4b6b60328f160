package org.leagueflow.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.leagueflow.kernel.Hmac;
import org.leagueflow.kernel.ServerKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret with which this application marks its rows, so that a row added with
 * database tools is found; it is never in the database. It is the {@link ServerKey}
 * unless {@code leagueflow.audit.key} names one of its own.
 */
@Component
class AuditKey {

	/** Marked the rows of practice databases before they had a key of their own. */
	private static final String NO_KEY = "no key is configured";

	private final byte[] bytes;

	private final String id;

	private final String source;

	private final byte[] earlier;

	AuditKey(@Value("${leagueflow.audit.key:}") String own, @Value("${leagueflow.crypto.key:}") String given,
			ServerKey server) {
		boolean separate = !own.isBlank();
		this.bytes = bytes(separate ? own : server.text());
		this.id = separate ? ServerKey.id(this.bytes) : server.id();
		this.source = separate ? "LEAGUEFLOW_AUDIT_KEY" : server.source();
		boolean keyless = own.isBlank() && given.isBlank();
		this.earlier = keyless ? bytes(NO_KEY) : bytes(separate ? own : given);
	}

	byte[] bytes() {
		return this.bytes;
	}

	/** The key's name, from which nobody learns the key. */
	String id() {
		return this.id;
	}

	/** Where this node has the key from. */
	String source() {
		return this.source;
	}

	/**
	 * The name of the key with which the entry was marked; the key's own when it was
	 * marked with neither, because the entry is forged.
	 */
	Optional<String> markedWith(Entry entry) {
		return marked(entry, this.bytes) || !marked(entry, this.earlier) ? Optional.of(this.id) : Optional.empty();
	}

	/**
	 * Whether a row was marked by this application.
	 * @param keyId the key that its seal names, or null when it names none
	 */
	boolean marked(Entry entry, String keyId) {
		return (keyId != null) ? marked(entry, this.bytes)
				: Stream.of(this.bytes, this.earlier).anyMatch((key) -> marked(entry, key));
	}

	/** The mark by which this application knows its own words again. */
	String mark(String words) {
		return HexFormat.of().formatHex(Hmac.sha256(this.bytes, bytes(words)));
	}

	private static boolean marked(Entry entry, byte[] key) {
		return entry.expectedMark(key).equals(entry.mark());
	}

	private static byte[] bytes(String key) {
		return key.getBytes(StandardCharsets.UTF_8);
	}

}
