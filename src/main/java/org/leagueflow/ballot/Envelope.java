package org.leagueflow.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

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

	private static final ECParameterSpec CURVE = curve();

	private static final byte[] INFO = "leagueflow-ballot/1 box".getBytes(StandardCharsets.US_ASCII);

	private Envelope() {
	}

	static KeyPair freshKey() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(CURVE);
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
		byte[] point = Arrays.copyOf(sealed, POINT);
		byte[] key = key(box.getPrivate(), point(point), point, point(box.getPublic()));
		return Sealing.open(Sealing.aes(key), new byte[Sealing.NONCE], Arrays.copyOfRange(sealed, POINT, sealed.length),
				new byte[0]);
	}

	/** The key of one envelope, known to its sender and to the box. */
	static byte[] key(PrivateKey own, PublicKey other, byte[] sender, byte[] box) {
		try {
			KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
			agreement.init(own);
			agreement.doPhase(other, true);
			return Sealing.derive(agreement.generateSecret(), Bytes.join(INFO, sender, box));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A public key as 65 bytes. */
	static byte[] point(PublicKey key) {
		ECPoint point = ((ECPublicKey) key).getW();
		return Bytes.join(new byte[] { 4 }, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
	}

	/**
	 * @throws Vote.Malformed when it is no point of the curve
	 */
	static PublicKey point(byte[] point) throws Vote.Malformed {
		BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
		BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 33, POINT));
		if (point.length != POINT || point[0] != 4 || !onCurve(x, y)) {
			throw new Vote.Malformed();
		}
		try {
			return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean onCurve(BigInteger x, BigInteger y) {
		BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
		BigInteger right = x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(p);
		return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(right);
	}

	private static byte[] coordinate(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] fixed = new byte[32];
		int used = Math.min(bytes.length, 32);
		System.arraycopy(bytes, bytes.length - used, fixed, 32 - used, used);
		return fixed;
	}

	private static ECParameterSpec curve() {
		try {
			AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
			parameters.init(new ECGenParameterSpec("secp256r1"));
			return parameters.getParameterSpec(ECParameterSpec.class);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
