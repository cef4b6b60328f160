package org.leagueflow.people;

import java.util.stream.Collectors;
import org.leagueflow.kernel.Characters;

/** What people mean by the text of a cell: without signs that nobody sees. */
final class CellText {

	/** Longer cells are cut here; every column's own limit is well below. */
	static final int MAX_LENGTH = 200;

	private CellText() {
	}

	/** Without invisible signs, with single spaces, without the mark of a text cell. */
	static String clean(String shown) {
		String clean = shown.codePoints()
			.filter((point) -> Characters.visible(point) || Character.isWhitespace(point))
			.mapToObj(Character::toString)
			.collect(Collectors.joining())
			.replaceAll("[\\s\\p{Z}]+", " ")
			.strip()
			.replaceFirst("^'+(?=.)", "");
		return (clean.length() <= MAX_LENGTH) ? clean : clean.substring(0, clean.offsetByCodePoints(0, MAX_LENGTH / 2));
	}

	/** The text as this column keeps it. */
	static String clean(RosterColumn column, String shown) {
		String clean = clean(shown);
		return switch (column) {
			case NAME -> PersonName.clean(clean);
			case PHONE ->
				halfWidth(clean).replaceAll("(?<=\\d)[ -](?=\\d)", "").replaceFirst("^\\+?86(?=1\\d{10}$)", "");
			case STUDENT_NUMBER, ID_NUMBER, BIRTH_DATE, JOINED, MEMBER_NUMBER, VOLUNTEER_HOURS, COURSE_HOURS ->
				halfWidth(clean);
			default -> clean;
		};
	}

	/** Letters, digits and signs in the width of ASCII (全角 to 半角). */
	static String halfWidth(String text) {
		return text.codePoints()
			.map((point) -> (point >= 0xFF01 && point <= 0xFF5E) ? point - 0xFEE0 : point)
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

}
