package org.leagueflow.ballot;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce in front, HMAC-SHA-256 and HKDF (RFC 5869). */
final class Sealing {

	static final int NONCE = 12;

	static final int TAG = 16;

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
		try {
			byte[] nonce = Bytes.random(NONCE);
			return Bytes.join(nonce, crypt(Cipher.ENCRYPT_MODE, key, nonce, plain, about));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * @throws Vote.Malformed when it was not sealed with this key about this
	 */
	static byte[] open(SecretKey key, byte[] sealed, byte[] about) throws Vote.Malformed {
		if (sealed.length < OVERHEAD) {
			throw new Vote.Malformed();
		}
		return open(key, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length), about);
	}

	static byte[] open(SecretKey key, byte[] nonce, byte[] sealed, byte[] about) throws Vote.Malformed {
		try {
			return crypt(Cipher.DECRYPT_MODE, key, nonce, sealed, about);
		}
		catch (AEADBadTagException ex) {
			throw new Vote.Malformed();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] input, byte[] about)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
		cipher.updateAAD(about);
		return cipher.doFinal(input);
	}

	/** HKDF-SHA-256 with an empty salt, 32 bytes. */
	static byte[] derive(byte[] secret, byte[] info) {
		byte[] extracted = mac(new SecretKeySpec(new byte[32], "HmacSHA256"), secret);
		return mac(new SecretKeySpec(extracted, "HmacSHA256"), Bytes.join(info, new byte[] { 1 }));
	}

	static byte[] mac(SecretKey key, byte[] message) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
