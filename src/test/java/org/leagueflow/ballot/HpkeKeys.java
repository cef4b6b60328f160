package org.leagueflow.ballot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.leagueflow.kernel.Hmac;

/**
 * The keys of RFC 9180 in base mode with DHKEM(X25519, HKDF-SHA256) and HKDF-SHA256,
 * computed from the shared secret of the two points: a second opinion about the server's
 * library.
 */
record HpkeKeys(byte[] key, byte[] nonce) {

	private static final byte[] NONE = new byte[0];

	/** DHKEM(X25519, HKDF-SHA256) is 0x0020, HKDF-SHA256 is 0x0001. */
	private static final byte[] KEM = Bytes.join(ascii("KEM"), number(0x20));

	/**
	 * @param aead 0x0001 AES-128-GCM, 0x0002 AES-256-GCM, 0x0003 ChaCha20-Poly1305
	 * @param agreed what X25519 made of the two points
	 */
	static HpkeKeys of(int aead, byte[] agreed, byte[] sender, byte[] receiver, byte[] info) {
		byte[] shared = expand(KEM, extract(KEM, NONE, "eae_prk", agreed), "shared_secret",
				Bytes.join(sender, receiver), 32);
		byte[] suite = Bytes.join(ascii("HPKE"), number(0x20), number(1), number(aead));
		byte[] context = Bytes.join(new byte[1], extract(suite, NONE, "psk_id_hash", NONE),
				extract(suite, NONE, "info_hash", info));
		byte[] secret = extract(suite, shared, "secret", NONE);
		return new HpkeKeys(expand(suite, secret, "key", context, (aead == 1) ? 16 : 32),
				expand(suite, secret, "base_nonce", context, 12));
	}

	private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] text) {
		return Hmac.sha256((salt.length == 0) ? new byte[32] : salt,
				Bytes.join(ascii("HPKE-v1"), suite, ascii(label), text));
	}

	private static byte[] expand(byte[] suite, byte[] secret, String label, byte[] info, int length) {
		return Arrays.copyOf(
				Hmac.sha256(secret,
						Bytes.join(number(length), ascii("HPKE-v1"), suite, ascii(label), info, new byte[] { 1 })),
				length);
	}

	private static byte[] number(int number) {
		return ByteBuffer.allocate(2).putShort((short) number).array();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
