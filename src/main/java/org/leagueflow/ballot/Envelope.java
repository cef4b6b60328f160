package org.leagueflow.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What the browser seals to the key of the box, so that nothing on the way shows it: a
 * point of P-256 made for this one envelope, then AES-256-GCM under HKDF-SHA-256 of the
 * shared secret; the nonce is zero because no key is used twice.
 */
final class Envelope {

	/** Bytes of a point: 4, x, y. */
	static final int POINT = 65;

	/** By how much an envelope is longer than what is in it. */
	static final int OVERHEAD = POINT + Sealing.TAG;

	/** What an encoded point with both coordinates begins with. */
	private static final byte UNCOMPRESSED = 4;

	/** Bytes of the random multiple of the order. */
	private static final int VEIL = 16;

	private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");

	private static final byte[] INFO = "leagueflow-ballot/1 box".getBytes(StandardCharsets.US_ASCII);

	private Envelope() {
	}

	static KeyPair freshKey() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
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
		byte[] key = key(shared((ECPrivateKey) box.getPrivate(), point(sender)), sender, point(box.getPublic()));
		return Sealing.open(Sealing.aes(key), new byte[Sealing.NONCE], Arrays.copyOfRange(sealed, POINT, sealed.length),
				new byte[0]);
	}

	/** The key of one envelope, from the secret that its sender and the box share. */
	static byte[] key(byte[] shared, byte[] sender, byte[] box) {
		return Sealing.derive(shared, Bytes.join(INFO, sender, box));
	}

	/**
	 * The secret shared with whoever made the point. Bouncy Castle's arithmetic takes a
	 * fifth of the time of the JDK's, but not always the same, so that each time another
	 * multiple of the order is added to the key: the result is the same, and how long it
	 * takes tells nothing.
	 */
	private static byte[] shared(ECPrivateKey own, ECPoint sender) throws Vote.Malformed {
		BigInteger veil = new BigInteger(1, Bytes.random(VEIL));
		ECPoint shared = sender.multiply(own.getS().add(veil.multiply(CURVE.getN()))).normalize();
		if (shared.isInfinity()) {
			throw new Vote.Malformed();
		}
		return shared.getAffineXCoord().getEncoded();
	}

	/** A public key as 65 bytes. */
	static byte[] point(PublicKey key) {
		java.security.spec.ECPoint point = ((ECPublicKey) key).getW();
		return CURVE.getCurve().createPoint(point.getAffineX(), point.getAffineY()).getEncoded(false);
	}

	/**
	 * @throws Vote.Malformed when it is no point of the curve
	 */
	private static ECPoint point(byte[] encoded) throws Vote.Malformed {
		if (encoded[0] != UNCOMPRESSED) {
			throw new Vote.Malformed();
		}
		try {
			return CURVE.getCurve().decodePoint(encoded);
		}
		catch (IllegalArgumentException ex) {
			throw new Vote.Malformed();
		}
	}

}
