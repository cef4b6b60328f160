package org.leagueflow.kernel;

/** Counts and cuts text by whole characters, rare ones (生僻字) included. */
public final class Characters {

	private Characters() {
	}

	/** How many characters it has as people count them; none when there is no text. */
	public static int count(String text) {
		return (text != null) ? text.codePointCount(0, text.length()) : 0;
	}

	/**
	 * Whether people see something where it stands; spaces count. The Java platform knows
	 * Unicode 13: ideographs that came later (U+2EBF0 to U+3FFFD) are not unassigned.
	 */
	public static boolean visible(int point) {
		int type = Character.getType(point);
		return han(point) || !(type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
				|| type == Character.UNASSIGNED || type == Character.LINE_SEPARATOR
				|| type == Character.PARAGRAPH_SEPARATOR || filler(point) || variation(point));
	}

	/** Letters of Unicode that show nothing: Hangul fillers, empty Braille, joiners. */
	private static boolean filler(int point) {
		return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800
				|| point == 0x034F || point == 0x17B4 || point == 0x17B5 || point == 0xFFFC;
	}

	/** Signs that choose between shapes of the character before them. */
	private static boolean variation(int point) {
		return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF)
				|| (point >= 0x180B && point <= 0x180D);
	}

	/**
	 * Whether it is a Chinese character: zero (〇), those of the basic plane with the
	 * compatibility ones, and everything on the two planes that Unicode keeps for them.
	 */
	public static boolean han(int point) {
		return point == 0x3007 || point == 0x3005 || (point >= 0x3400 && point <= 0x4DBF)
				|| (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF)
				|| (point >= 0x20000 && point <= 0x3FFFD && (point & 0xFFFE) != 0xFFFE);
	}

	/** The first so many characters, never half of one. */
	public static String first(String text, int most) {
		return (count(text) > most) ? text.substring(0, text.offsetByCodePoints(0, most)) : text;
	}

}
