package org.leagueflow.ballot;

/**
 * Bits as digits and letters that nobody mistakes for each other (Crockford's base 32).
 */
final class Crockford {

	private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private Crockford() {
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
