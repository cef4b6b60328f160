package org.leagueflow.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;
import org.leagueflow.kernel.Aead;
import org.leagueflow.kernel.Hmac;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.ServerKey;
import org.springframework.stereotype.Component;

/**
 * Seals ID numbers (AES-256-GCM), each naming its key, and gives the keyed hash by which
 * a sealed number can be found again (HMAC-SHA-256).
 */
@Component
public class IdNumberVault {

	/** Sealed by an edition that did not name its key. */
	private static final String UNNAMED = "1:";

	private static final String NAMED = "2:";

	private static final byte[] NO_CONTEXT = {};

	private static final byte[] FILE_CONTEXT = "roster-file".getBytes(StandardCharsets.UTF_8);

	private final SecretKeySpec sealing;

	private final byte[] hashing;

	private final String prefix;

	IdNumberVault(ServerKey key) {
		this.prefix = NAMED + key.id() + ":";
		this.sealing = new SecretKeySpec(key.of("leagueflow/id-number/seal"), "AES");
		this.hashing = key.of("leagueflow/id-number/hash");
	}

	/** Seals a whole file that may hold ID numbers. */
	public byte[] seal(byte[] plain) {
		return Aead.seal(this.sealing, plain, FILE_CONTEXT);
	}

	/**
	 * @throws Refusal.Conflict when it was sealed with another key or was tampered with
	 */
	public byte[] open(byte[] sealed) {
		try {
			return Aead.open(this.sealing, sealed, FILE_CONTEXT);
		}
		catch (AEADBadTagException ex) {
			throw new Refusal.Conflict("refusal.people.id-number-key");
		}
	}

	public String seal(String plain) {
		byte[] whole = Aead.seal(this.sealing, plain.getBytes(StandardCharsets.UTF_8), NO_CONTEXT);
		return this.prefix + Base64.getEncoder().encodeToString(whole);
	}

	/**
	 * @throws Refusal.Conflict when it was sealed with another key or was tampered with
	 */
	String open(String sealed) {
		String begin = sealed.startsWith(UNNAMED) ? UNNAMED : this.prefix;
		if (!sealed.startsWith(begin)) {
			throw new Refusal.Conflict("refusal.people.id-number-key");
		}
		try {
			byte[] whole = Base64.getDecoder().decode(sealed.substring(begin.length()));
			return new String(Aead.open(this.sealing, whole, NO_CONTEXT), StandardCharsets.UTF_8);
		}
		catch (AEADBadTagException | IllegalArgumentException ex) {
			throw new Refusal.Conflict("refusal.people.id-number-key");
		}
	}

	/** Whether this key seals and opens it. */
	public boolean opens(String sealed) {
		try {
			open(sealed);
			return true;
		}
		catch (Refusal.Conflict ex) {
			return false;
		}
	}

	/** The same for the same number and key, and of no use without the key. */
	public String hash(String plain) {
		return HexFormat.of().formatHex(Hmac.sha256(this.hashing, plain.getBytes(StandardCharsets.UTF_8)));
	}

}
