package org.leagueflow.people;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Characters;

/**
 * How a person's name is kept, wherever it was typed: without invisible signs, without
 * the spaces that align Chinese names in a column, with one middle dot for all that look
 * like it.
 */
public final class PersonName {

	/** The dot between parts of a name, as in 阿依·古丽. */
	private static final char DOT = '\u00B7';

	private static final String DOTS = "\u00B7\u2022\u2027\u30FB\uFF65\u22C5\u2219\u25CF\u2E31\u16EB\u02D9\u0387\uA78F";

	/** Dots that part names only between Chinese characters. */
	private static final String FULL_STOPS = ".\uFF0E\u3002";

	private static final String ALLOWED = DOT + ".'\u2019- ";

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private PersonName() {
	}

	public static String clean(String typed) {
		String visible = typed.codePoints()
			.filter((point) -> Characters.visible(point) || Character.isWhitespace(point))
			.mapToObj(PersonName::plain)
			.collect(Collectors.joining());
		return tight(SPACES.matcher(visible).replaceAll(" ").strip());
	}

	/** One character as it is kept; the radicals of dictionaries are no characters. */
	private static String plain(int point) {
		if (DOTS.indexOf(point) >= 0) {
			return String.valueOf(DOT);
		}
		boolean radical = (point >= 0x2E80 && point <= 0x2FD5);
		boolean wide = (point >= 0xFF21 && point <= 0xFF3A) || (point >= 0xFF41 && point <= 0xFF5A) || point == 0xFF0D;
		String sign = Character.toString(point);
		return (radical || wide) ? Normalizer.normalize(sign, Normalizer.Form.NFKC) : sign;
	}

	/** Without spaces beside Chinese characters and dots. */
	private static String tight(String name) {
		int[] points = name.codePoints().toArray();
		StringBuilder tight = new StringBuilder();
		for (int i = 0; i < points.length; i++) {
			boolean between = i > 0 && i < points.length - 1;
			boolean han = between && Characters.han(points[i - 1]) && Characters.han(points[i + 1]);
			boolean besideDot = between && (points[i - 1] == DOT || points[i + 1] == DOT);
			if (points[i] == ' ' && (han || besideDot)) {
				continue;
			}
			tight.appendCodePoint((han && FULL_STOPS.indexOf(points[i]) >= 0) ? DOT : points[i]);
		}
		return tight.toString();
	}

	/** What keeps the text from being a name, if anything does. */
	public static Optional<Fault> fault(String name) {
		int[] points = name.codePoints().toArray();
		for (int i = 0; i < points.length; i++) {
			if (!letter(points[i]) && (i == 0 || (ALLOWED.indexOf(points[i]) < 0 && !mark(points[i])))) {
				return Optional.of(new Fault(rule(points[i]), shown(points[i]), i + 1));
			}
		}
		return Optional.empty();
	}

	private static boolean letter(int point) {
		return Character.isLetter(point) || Characters.han(point);
	}

	private static boolean mark(int point) {
		int type = Character.getType(point);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

	private static String rule(int point) {
		if (Character.getType(point) == Character.PRIVATE_USE) {
			return "name-private-use";
		}
		return (point == 0xFFFD || point == '?' || point == 0xFF1F || point == 0x25A1) ? "name-lost" : "bad-name";
	}

	private static String shown(int point) {
		boolean shows = Character.getType(point) != Character.PRIVATE_USE;
		return (shows ? Character.toString(point) + " " : "") + "U+%04X".formatted(point);
	}

	/**
	 * A character that no name has.
	 *
	 * @param rule the rule's name
	 * @param sign the character and its number
	 * @param place where it stands, counted from 1
	 */
	public record Fault(String rule, String sign, int place) {
	}

}
