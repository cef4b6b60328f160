package org.leagueflow.roster;

import java.util.regex.Pattern;
import org.leagueflow.kernel.Characters;
import org.leagueflow.people.PersonName;

/** What people mean by the text of a cell: without signs that nobody sees. */
final class CellText {

	/** Longer cells are cut here; every column's own limit is well below. */
	static final int MAX_LENGTH = 200;

	static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	/** The apostrophe that makes a cell a text. */
	private static final Pattern TEXT_MARK = Pattern.compile("^'+(?=.)");

	private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ -](?=\\d)");

	private static final Pattern COUNTRY_CODE = Pattern.compile("^\\+?86(?=1\\d{10}$)");

	private CellText() {
	}

	/** Without invisible signs, with single spaces, without the mark of a text cell. */
	static String clean(String shown) {
		StringBuilder visible = new StringBuilder(shown.length());
		shown.codePoints()
			.filter((point) -> Characters.visible(point) || Character.isWhitespace(point))
			.forEach(visible::appendCodePoint);
		String spaced = SPACES.matcher(visible).replaceAll(" ").strip();
		String clean = TEXT_MARK.matcher(spaced).replaceFirst("");
		return (clean.length() <= MAX_LENGTH) ? clean : clean.substring(0, clean.offsetByCodePoints(0, MAX_LENGTH / 2));
	}

	/** The text as this column keeps it. */
	static String clean(RosterColumn column, String shown) {
		String clean = clean(shown);
		return switch (column) {
			case NAME -> PersonName.clean(clean);
			case PHONE ->
				COUNTRY_CODE.matcher(BETWEEN_DIGITS.matcher(halfWidth(clean)).replaceAll("")).replaceFirst("");
			case STUDENT_NUMBER, ID_NUMBER, BIRTH_DATE, JOINED, MEMBER_NUMBER, VOLUNTEER_HOURS, COURSE_HOURS ->
				halfWidth(clean);
			default -> clean;
		};
	}

	/** Letters, digits and signs in the width of ASCII (全角 to 半角). */
	static String halfWidth(String text) {
		StringBuilder half = new StringBuilder(text.length());
		text.codePoints()
			.map((point) -> (point >= 0xFF01 && point <= 0xFF5E) ? point - 0xFEE0 : point)
			.forEach(half::appendCodePoint);
		return half.toString();
	}

}
