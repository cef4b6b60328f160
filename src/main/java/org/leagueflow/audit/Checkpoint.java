package org.leagueflow.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A signed statement about the record: so many entries are sealed, and this is the root
 * of the tree over them. Whoever noted one outside of the system finds out when the
 * record is rewritten or its end is cut off.
 *
 * @param size how many entries
 * @param root of the tree (RFC 6962), 64 hexadecimal digits
 * @param madeAt when, by the clock of the machine
 * @param keyId the name of the key that signed
 * @param signature Ed25519 over {@link #signed()}, in base64
 */
record Checkpoint(long size, String root, Instant madeAt, String keyId, String signature) {

	private static final String KIND = "leagueflow-checkpoint/1";

	private static final int CODE_DIGITS = 20;

	/** The lines that are signed, each ended by a line feed. */
	byte[] signed() {
		return String
			.join("\n", KIND, Long.toString(this.size), this.root, Long.toString(this.madeAt.toEpochMilli()),
					this.keyId, "")
			.getBytes(StandardCharsets.US_ASCII);
	}

	Checkpoint signed(String with) {
		return new Checkpoint(this.size, this.root, this.madeAt, this.keyId, with);
	}

	/**
	 * What is printed and noted: the size and 80 bits of the root, which nobody meets by
	 * trying.
	 */
	public String code() {
		return this.size + "-" + this.root.substring(0, Math.min(CODE_DIGITS, this.root.length()));
	}

}
