package org.leagueflow.paper;

/** Characters as the reading compares them. */
final class PaperText {

	private PaperText() {
	}

	/**
	 * Letters, digits and signs in the width of ASCII, spaces and dashes as one sign
	 * each; every character keeps its place.
	 */
	static String half(String text) {
		StringBuilder half = new StringBuilder(text.length());
		for (int at = 0; at < text.length(); at++) {
			half.append(half(text.charAt(at)));
		}
		return half.toString();
	}

	private static char half(char sign) {
		if (sign >= 0xFF01 && sign <= 0xFF5E) {
			return (sign == '～') ? '-' : (char) (sign - 0xFEE0);
		}
		return switch (sign) {
			case '\u00A0', '\u3000', '\t', '\u2002', '\u2003', '\u2009', '\u200A' -> ' ';
			case '—', '–', '―', '−', '‐', '‑', '─', '━', '〜', '~', '﹣' -> '-';
			case '〔', '﹙' -> '(';
			case '〕', '﹚' -> ')';
			case '﹒' -> '.';
			default -> sign;
		};
	}

	static boolean space(char sign) {
		return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\u200B' || sign == '\uFEFF';
	}

	static boolean blank(String text) {
		for (int at = 0; at < text.length(); at++) {
			if (!space(text.charAt(at))) {
				return false;
			}
		}
		return true;
	}

	/** Without any space. */
	static String tight(String text) {
		StringBuilder tight = new StringBuilder(text.length());
		for (int at = 0; at < text.length(); at++) {
			if (!space(text.charAt(at))) {
				tight.append(text.charAt(at));
			}
		}
		return tight.toString();
	}

	/** With single spaces, none at the ends. */
	static String spaced(String text) {
		StringBuilder spaced = new StringBuilder(text.length());
		boolean gap = false;
		for (int at = 0; at < text.length(); at++) {
			if (space(text.charAt(at))) {
				gap = true;
				continue;
			}
			if (gap && !spaced.isEmpty()) {
				spaced.append(' ');
			}
			gap = false;
			spaced.append(text.charAt(at));
		}
		return spaced.toString();
	}

	static boolean han(char sign) {
		return (sign >= 0x4E00 && sign <= 0x9FFF) || (sign >= 0x3400 && sign <= 0x4DBF) || sign == '〇'
				|| Character.isSurrogate(sign);
	}

}
