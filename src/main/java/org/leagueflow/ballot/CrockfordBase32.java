package org.leagueflow.ballot;

/**
 * Encodes bits as Crockford's base 32, whose digits and letters cannot be mistaken for
 * each other.
 */
final class CrockfordBase32 {

	private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private CrockfordBase32() {
	}

	/** The first {@code 5 × letters} bits. */
	static String encode(byte[] bytes, int letters) {
		StringBuilder code = new StringBuilder(letters);
		int bits = 0;
		int held = 0;
		for (int i = 0; code.length() < letters; i++) {
			bits = (bits << 8) | (bytes[i] & 0xff);
			held += 8;
			while (held >= 5 && code.length() < letters) {
				held -= 5;
				code.append(LETTERS.charAt((bits >> held) & 31));
			}
			bits &= (1 << held) - 1;
		}
		return code.toString();
	}

}
