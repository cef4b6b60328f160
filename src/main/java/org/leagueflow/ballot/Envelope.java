package org.leagueflow.ballot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPrivateKey;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * What the browser seals to the key of the box, so that nothing on the way shows it: a
 * point of Curve25519 made for this one envelope (X25519, RFC 7748), then AES-256-GCM
 * under HKDF-SHA-256 of the shared secret; the nonce is zero because no key is used
 * twice. The agreement is Bouncy Castle's, which takes the same time for every key and
 * half of the JDK's.
 */
final class Envelope {

	/** Bytes of a point. */
	static final int POINT = X25519.POINT_SIZE;

	/** By how much an envelope is longer than what is in it. */
	static final int OVERHEAD = POINT + Sealing.TAG;

	private static final byte[] INFO = "leagueflow-ballot/1 box".getBytes(StandardCharsets.US_ASCII);

	private Envelope() {
	}

	static KeyPair freshKey() {
		try {
			return KeyPairGenerator.getInstance("X25519").generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * @throws Vote.Malformed when it was not sealed to this key
	 */
	static byte[] open(KeyPair box, byte[] sealed) throws Vote.Malformed {
		if (sealed.length < OVERHEAD) {
			throw new Vote.Malformed();
		}
		byte[] sender = Arrays.copyOf(sealed, POINT);
		byte[] key = key(shared(box.getPrivate(), sender), sender, point(box.getPublic()));
		return Sealing.open(Sealing.aes(key), new byte[Sealing.NONCE], Arrays.copyOfRange(sealed, POINT, sealed.length),
				new byte[0]);
	}

	/** The key of one envelope, from the secret that its sender and the box share. */
	static byte[] key(byte[] shared, byte[] sender, byte[] box) {
		return Sealing.derive(shared, Bytes.join(INFO, sender, box));
	}

	/** Refuses the points of small order, with which everybody shares the same secret. */
	private static byte[] shared(PrivateKey own, byte[] sender) throws Vote.Malformed {
		byte[] shared = new byte[POINT];
		if (!X25519.calculateAgreement(((XECPrivateKey) own).getScalar().orElseThrow(), 0, sender, 0, shared, 0)) {
			throw new Vote.Malformed();
		}
		return shared;
	}

	/** A public key as it stands at the end of its X.509 form. */
	static byte[] point(PublicKey key) {
		byte[] encoded = key.getEncoded();
		return Arrays.copyOfRange(encoded, encoded.length - POINT, encoded.length);
	}

}
