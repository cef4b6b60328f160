package org.leagueflow.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.leagueflow.kernel.Hmac;
import org.leagueflow.kernel.Json;

/** The two hash functions of the record: plain for the chain, keyed for single rows. */
final class Digests {

	private Digests() {
	}

	static byte[] sha256(String text) {
		return sha256(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Of all parts, one after the other. */
	static byte[] sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] hmac(byte[] key, String text) {
		return Hmac.sha256(key, text.getBytes(StandardCharsets.UTF_8));
	}

	/** The hash of a state before or after; the state itself is not kept. */
	static String ofState(Object state) {
		return (state != null) ? HexFormat.of().formatHex(sha256(Json.write(state))) : null;
	}

}
