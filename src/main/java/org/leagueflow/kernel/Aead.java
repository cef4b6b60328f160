package org.leagueflow.kernel;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM: what is sealed can neither be read nor changed without the key. */
public final class Aead {

	/** Length of a nonce, in bytes. */
	public static final int NONCE = 12;

	/** Length of the tag at the end, in bytes. */
	public static final int TAG = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Aead() {
	}

	/**
	 * Seals with a random nonce, which stands in front.
	 * @param about what the seal is bound to, and is not kept in it; may be empty
	 */
	public static byte[] seal(SecretKey key, byte[] plain, byte[] about) {
		byte[] nonce = new byte[NONCE];
		RANDOM.nextBytes(nonce);
		try {
			byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, plain, about);
			byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
			System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
			return whole;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Opens what {@link #seal} made.
	 * @throws AEADBadTagException when it was not sealed with this key about this
	 */
	public static byte[] open(SecretKey key, byte[] sealed, byte[] about) throws AEADBadTagException {
		if (sealed.length < NONCE + TAG) {
			throw new AEADBadTagException("too short");
		}
		return open(key, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length), about);
	}

	/**
	 * Opens what was sealed with a nonce that both sides know.
	 * @throws AEADBadTagException when it was not sealed with this key about this
	 */
	public static byte[] open(SecretKey key, byte[] nonce, byte[] sealed, byte[] about) throws AEADBadTagException {
		try {
			return crypt(Cipher.DECRYPT_MODE, key, nonce, sealed, about);
		}
		catch (AEADBadTagException ex) {
			throw ex;
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

}
