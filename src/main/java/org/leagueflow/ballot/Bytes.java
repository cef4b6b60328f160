package org.leagueflow.ballot;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;

/** Byte strings: put together, and random ones. */
final class Bytes {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Bytes() {
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			whole.writeBytes(part);
		}
		return whole.toByteArray();
	}

	static byte[] random(int length) {
		byte[] random = new byte[length];
		RANDOM.nextBytes(random);
		return random;
	}

}
