package org.leagueflow.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A voter's browser in Java: blinds, unblinds and seals as {@code vote.js} does, which a
 * test compares.
 */
final class Phone {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** What stands before a point where it is a public key (RFC 8410). */
	private static final String X25519 = "302a300506032b656e032100";

	private static final int LENGTH = BlindSignature.LENGTH;

	final byte[] message;

	final byte[] blinded;

	private final BigInteger inverse;

	private final RSAPublicKey key;

	private Phone(RSAPublicKey key, byte[] message) {
		BigInteger n = key.getModulus();
		BigInteger r = new BigInteger(n.bitLength() - 1, RANDOM).max(BigInteger.TWO);
		this.key = key;
		this.message = message;
		this.inverse = r.modInverse(n);
		BigInteger encoded = new BigInteger(1, pss(message, n.bitLength() - 1));
		this.blinded = fixed(encoded.multiply(r.modPow(key.getPublicExponent(), n)).mod(n));
	}

	/** Fills a paper in. */
	static Phone vote(byte[] signKey, long ballot, String filled) {
		return of(signKey, Vote.message(Bytes.random(Vote.RANDOM), ballot, filled));
	}

	/** Lets something else be signed. */
	static Phone of(byte[] signKey, byte[] message) {
		return new Phone(publicKey(signKey), message);
	}

	/** What is sent for a signature; the recovery data are as long as real ones. */
	byte[] request() {
		return Bytes.join(this.blinded, Bytes.random(2 * LENGTH + this.message.length + Sealing.OVERHEAD));
	}

	byte[] unblind(byte[] answer) {
		byte[] signature = fixed(new BigInteger(1, answer).multiply(this.inverse).mod(this.key.getModulus()));
		if (!BlindSignature.verifies(this.key, this.message, signature)) {
			throw new IllegalStateException("The answer is no signature");
		}
		return signature;
	}

	byte[] envelope(Ballot ballot, byte[] signature) {
		return seal(ballot, this.message, signature);
	}

	static byte[] seal(Ballot ballot, byte[]... parts) {
		return seal(ballot.envelope(), ballot.id(), ballot.boxKey(), parts);
	}

	/** Written without the server's library, so that its faults are not repeated. */
	static byte[] seal(Envelope edition, long ballot, byte[] boxKey, byte[]... parts) {
		try {
			KeyPair own = Envelope.freshKey();
			KeyAgreement agreement = KeyAgreement.getInstance("X25519");
			agreement.init(own.getPrivate());
			agreement.doPhase(point(boxKey), true);
			return sealUnder(agreement.generateSecret(), edition, ballot, boxKey, Envelope.point(own.getPublic()),
					Bytes.join(parts));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Seals under the secret that sender and box share.
	 * @param sender the point of this one envelope
	 */
	static byte[] sealUnder(byte[] shared, Envelope edition, long ballot, byte[] boxKey, byte[] sender, byte[] plain)
			throws GeneralSecurityException {
		if (edition == Envelope.EDITION_1) {
			byte[] key = Sealing.derive(shared, Bytes.join(ascii("leagueflow-ballot/1 box"), sender, boxKey));
			return Bytes.join(sender, gcm(key, new byte[Sealing.NONCE], plain));
		}
		byte[] info = ascii("leagueflow-ballot/2 box " + ballot);
		HpkeKeys keys = HpkeKeys.of(2, shared, sender, boxKey, info);
		return Bytes.join(new byte[] { 2 }, sender, gcm(keys.key(), keys.nonce(), plain));
	}

	/** The public key that a point is. */
	static PublicKey point(byte[] point) throws GeneralSecurityException {
		return KeyFactory.getInstance("X25519")
			.generatePublic(new X509EncodedKeySpec(Bytes.join(HexFormat.of().parseHex(X25519), point)));
	}

	private static byte[] gcm(byte[] key, byte[] nonce, byte[] plain) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.ENCRYPT_MODE, Sealing.aes(key), new GCMParameterSpec(8 * Sealing.TAG, nonce));
		return cipher.doFinal(plain);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	String tracker() {
		return Vote.tracker(this.message);
	}

	static RSAPublicKey publicKey(byte[] encoded) {
		try {
			PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
			return (RSAPublicKey) key;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** RFC 8017, EMSA-PSS-ENCODE with SHA-384 and a salt of 48 bytes. */
	private static byte[] pss(byte[] message, int bits) {
		byte[] salt = Bytes.random(48);
		byte[] hash = sha384(new byte[8], sha384(message), salt);
		int length = (bits + 7) / 8;
		byte[] block = new byte[length - hash.length - 1];
		block[block.length - salt.length - 1] = 1;
		System.arraycopy(salt, 0, block, block.length - salt.length, salt.length);
		for (int at = 0, counter = 0; at < block.length; counter++) {
			for (byte mask : sha384(hash, new byte[] { 0, 0, 0, (byte) counter })) {
				if (at < block.length) {
					block[at++] ^= mask;
				}
			}
		}
		block[0] &= (byte) (0xff >> (8 * length - bits));
		return Bytes.join(block, hash, new byte[] { (byte) 0xbc });
	}

	private static byte[] sha384(byte[]... parts) {
		try {
			return MessageDigest.getInstance("SHA-384").digest(Bytes.join(parts));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] fixed(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] fixed = new byte[LENGTH];
		int used = Math.min(bytes.length, LENGTH);
		System.arraycopy(bytes, bytes.length - used, fixed, LENGTH - used, used);
		return fixed;
	}

	static byte[] flipped(byte[] bytes, int at) {
		byte[] other = Arrays.copyOf(bytes, bytes.length);
		other[at] ^= 1;
		return other;
	}

}
