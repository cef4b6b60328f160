package org.leagueflow.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.ServerKey;
import org.springframework.stereotype.Component;

/**
 * Seals ID numbers (AES-256-GCM) and gives the keyed hash by which a sealed number can be
 * found again (HMAC-SHA-256).
 */
@Component
class IdNumberVault {

	private static final String VERSION = "1:";

	private static final int NONCE = 12;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec sealing;

	private final SecretKeySpec hashing;

	IdNumberVault(ServerKey key) {
		this.sealing = new SecretKeySpec(key.of("leagueflow/id-number/seal"), "AES");
		this.hashing = new SecretKeySpec(key.of("leagueflow/id-number/hash"), "HmacSHA256");
	}

	String seal(String plain) {
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
		byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
		System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
		return VERSION + Base64.getEncoder().encodeToString(whole);
	}

	/**
	 * @throws Refusal.Conflict when it was sealed with another key or was tampered with
	 */
	String open(String sealed) {
		byte[] whole = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
		byte[] plain = crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE),
				Arrays.copyOfRange(whole, NONCE, whole.length));
		return new String(plain, StandardCharsets.UTF_8);
	}

	/** The same for the same number and key, and of no use without the key. */
	String hash(String plain) {
		return HexFormat.of().formatHex(mac(this.hashing, plain));
	}

	private byte[] crypt(int mode, byte[] nonce, byte[] input) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, this.sealing, new GCMParameterSpec(128, nonce));
			return cipher.doFinal(input);
		}
		catch (AEADBadTagException ex) {
			throw new Refusal.Conflict("refusal.people.id-number-key");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] mac(SecretKeySpec key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
