package org.leagueflow.ballot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * What the browser seals to the key of the box, so that nothing on the way shows it. A
 * ballot keeps the edition that it was opened under; keys are of the same kind in all.
 */
enum Envelope {

	/**
	 * Ballots opened before edition 2: a point of Curve25519 made for this one envelope
	 * (X25519, RFC 7748), then AES-256-GCM under HKDF-SHA-256 of the shared secret and
	 * both points; the nonce is zero because no key is used twice. Does not say its
	 * edition.
	 */
	EDITION_1(1, X25519.POINT_SIZE + Sealing.TAG) {

		@Override
		byte[] opened(KeyPair box, long ballot, byte[] sealed) throws Vote.Malformed {
			byte[] sender = Arrays.copyOf(sealed, X25519.POINT_SIZE);
			byte[] shared = new byte[X25519.POINT_SIZE];
			// Points of small order are refused: everybody shares the same secret with
			// them.
			if (!X25519.calculateAgreement(scalar(box.getPrivate()), 0, sender, 0, shared, 0)) {
				throw new Vote.Malformed();
			}
			byte[] info = Bytes.join(ascii("leagueflow-ballot/1 box"), sender, point(box.getPublic()));
			return Sealing.open(Sealing.aes(Sealing.derive(shared, info)), new byte[Sealing.NONCE],
					Arrays.copyOfRange(sealed, X25519.POINT_SIZE, sealed.length), new byte[0]);
		}

	},

	/**
	 * HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
	 * AES-256-GCM: one byte with the edition, the encapsulated key, the sealed text.
	 * {@code info} names the edition and the ballot; the key of the box is bound by the
	 * KEM (RFC 9180, 4.1); {@code aad} is empty.
	 */
	EDITION_2(2, 1 + X25519.POINT_SIZE + Sealing.TAG) {

		@Override
		byte[] opened(KeyPair box, long ballot, byte[] sealed) throws Vote.Malformed {
			if (sealed[0] != number()) {
				throw new Vote.Malformed();
			}
			int text = 1 + X25519.POINT_SIZE;
			return hpkeOpen(HPKE.aead_AES_GCM256, box, Arrays.copyOfRange(sealed, 1, text),
					ascii("leagueflow-ballot/2 box " + ballot), new byte[0],
					Arrays.copyOfRange(sealed, text, sealed.length));
		}

	};

	/** What ballots are opened under. */
	static final Envelope CURRENT = EDITION_2;

	private final int number;

	private final int overhead;

	Envelope(int number, int overhead) {
		this.number = number;
		this.overhead = overhead;
	}

	int number() {
		return this.number;
	}

	/** By how much an envelope is longer than what is in it. */
	int overhead() {
		return this.overhead;
	}

	/** Nothing when a newer program numbered it. */
	static Optional<Envelope> of(int number) {
		return Arrays.stream(values()).filter((edition) -> edition.number == number).findFirst();
	}

	/**
	 * The edition that an envelope says it is of. The first edition says nothing and is
	 * the shortest.
	 * @param content how long what is in it should be
	 */
	static int named(byte[] sealed, int content) {
		return (sealed.length > content + EDITION_1.overhead) ? sealed[0] & 0xff : EDITION_1.number;
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
	 * @throws Vote.Malformed when it was not sealed to this key for this ballot
	 */
	byte[] open(KeyPair box, long ballot, byte[] sealed) throws Vote.Malformed {
		if (sealed.length < this.overhead) {
			throw new Vote.Malformed();
		}
		return opened(box, ballot, sealed);
	}

	abstract byte[] opened(KeyPair box, long ballot, byte[] sealed) throws Vote.Malformed;

	/** What was sealed in base mode to an X25519 key, with HKDF-SHA256 throughout. */
	static byte[] hpkeOpen(short aead, KeyPair box, byte[] encapsulated, byte[] info, byte[] aad, byte[] sealed)
			throws Vote.Malformed {
		AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(
				new X25519PublicKeyParameters(point(box.getPublic())),
				new X25519PrivateKeyParameters(scalar(box.getPrivate())));
		try {
			// Not shared between threads: its HKDF has a state.
			return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, aead)
				.setupBaseR(encapsulated, pair, info)
				.open(aad, sealed);
		}
		// The second one for points of small order, which RFC 9180, 7.1.4, refuses.
		catch (InvalidCipherTextException | IllegalStateException ex) {
			throw new Vote.Malformed();
		}
	}

	/** A public key as it stands at the end of its X.509 form. */
	static byte[] point(PublicKey key) {
		byte[] encoded = key.getEncoded();
		return Arrays.copyOfRange(encoded, encoded.length - X25519.POINT_SIZE, encoded.length);
	}

	private static byte[] scalar(PrivateKey key) {
		return ((XECPrivateKey) key).getScalar().orElseThrow();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
