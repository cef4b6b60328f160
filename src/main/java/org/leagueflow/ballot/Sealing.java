package org.leagueflow.ballot;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.leagueflow.kernel.Aead;
import org.leagueflow.kernel.Hmac;

/** How ballots are sealed: AES-256-GCM, HMAC-SHA-256 and HKDF (RFC 5869). */
final class Sealing {

	static final int NONCE = Aead.NONCE;

	static final int TAG = Aead.TAG;

	/** By how much sealing makes longer. */
	static final int OVERHEAD = NONCE + TAG;

	private Sealing() {
	}

	static SecretKey aes(byte[] bytes) {
		return new SecretKeySpec(bytes, "AES");
	}

	/**
	 * @param about what the seal is bound to, and is not kept in it
	 */
	static byte[] seal(SecretKey key, byte[] plain, byte[] about) {
		return Aead.seal(key, plain, about);
	}

	/**
	 * @throws Vote.Malformed when it was not sealed with this key about this
	 */
	static byte[] open(SecretKey key, byte[] sealed, byte[] about) throws Vote.Malformed {
		try {
			return Aead.open(key, sealed, about);
		}
		catch (AEADBadTagException ex) {
			throw new Vote.Malformed();
		}
	}

	static byte[] open(SecretKey key, byte[] nonce, byte[] sealed, byte[] about) throws Vote.Malformed {
		try {
			return Aead.open(key, nonce, sealed, about);
		}
		catch (AEADBadTagException ex) {
			throw new Vote.Malformed();
		}
	}

	/** HKDF-SHA-256 with an empty salt, 32 bytes. */
	static byte[] derive(byte[] secret, byte[] info) {
		byte[] extracted = Hmac.sha256(new byte[32], secret);
		return Hmac.sha256(extracted, Bytes.join(info, new byte[] { 1 }));
	}

	static byte[] mac(SecretKey key, byte[] message) {
		return Hmac.sha256(key.getEncoded(), message);
	}

}
