package org.leagueflow.sheet;

import java.util.regex.Pattern;
import org.leagueflow.kernel.Characters;

/** What people mean by the text of a cell: without signs that nobody sees. */
public final class CellText {

	/** Longer cells are cut here; every column's own limit is well below. */
	public static final int MAX_LENGTH = 200;

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	/** The apostrophe that makes a cell a text. */
	private static final Pattern TEXT_MARK = Pattern.compile("^'+(?=.)");

	private CellText() {
	}

	/** Without invisible signs, with single spaces, without the mark of a text cell. */
	public static String clean(String shown) {
		String clean = whole(shown);
		return (clean.length() <= MAX_LENGTH) ? clean : clean.substring(0, clean.offsetByCodePoints(0, MAX_LENGTH / 2));
	}

	/** The same, of any length. */
	public static String whole(String shown) {
		if (plain(shown)) {
			return shown;
		}
		StringBuilder visible = new StringBuilder(shown.length());
		shown.codePoints()
			.filter((point) -> Characters.visible(point) || Character.isWhitespace(point))
			.forEach(visible::appendCodePoint);
		String spaced = SPACES.matcher(visible).replaceAll(" ").strip();
		return TEXT_MARK.matcher(spaced).replaceFirst("");
	}

	/**
	 * Whether it is what it means already: ASCII and Chinese characters, single spaces.
	 */
	private static boolean plain(String shown) {
		boolean space = true;
		for (int i = 0; i < shown.length(); i++) {
			char sign = shown.charAt(i);
			boolean visible = (sign > ' ' && sign < 0x7F) || (sign >= 0x4E00 && sign <= 0x9FFF);
			if (!visible && (sign != ' ' || space)) {
				return false;
			}
			space = sign == ' ';
		}
		return !space && shown.charAt(0) != '\'';
	}

	/** Letters, digits and signs in the width of ASCII (全角 to 半角). */
	public static String halfWidth(String text) {
		if (text.chars().noneMatch((sign) -> sign >= 0xFF01 && sign <= 0xFF5E)) {
			return text;
		}
		StringBuilder half = new StringBuilder(text.length());
		text.codePoints()
			.map((point) -> (point >= 0xFF01 && point <= 0xFF5E) ? point - 0xFEE0 : point)
			.forEach(half::appendCodePoint);
		return half.toString();
	}

}
