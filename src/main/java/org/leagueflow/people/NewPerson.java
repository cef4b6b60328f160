package org.leagueflow.people;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What is entered about a person.
 *
 * @param unitId the unit the person belongs to
 * @param name 1 to 100 characters
 * @param birthDate the birthday, or null when unknown
 * @param sex {@code M}, {@code F} or null
 * @param studentNumber the student or staff number, or null
 * @param staff whether the person is a member of staff
 * @param partyMember whether the person is a Party member
 * @param phone may be null
 * @param email may be null
 */
public record NewPerson(long unitId, String name, LocalDate birthDate, String sex, String studentNumber, boolean staff,
		boolean partyMember, String phone, String email) {

	/** A student or staff number. */
	public static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

	/** A telephone number. */
	public static final Pattern PHONE = Pattern.compile("\\+?[0-9 -]{5,30}");

	/** Blank texts mean nothing was entered. */
	public NewPerson {
		name = (name != null) ? PersonName.clean(name) : "";
		sex = blankToNull(sex);
		studentNumber = blankToNull(studentNumber);
		phone = blankToNull(phone);
		email = blankToNull(email);
	}

	/** A young person of whom name and birthday are known. */
	public static NewPerson young(long unitId, String name, LocalDate birthDate) {
		return new NewPerson(unitId, name, birthDate, null, null, false, false, null, null);
	}

	/** A member of staff. */
	public static NewPerson staff(long unitId, String name) {
		return new NewPerson(unitId, name, null, null, null, true, false, null, null);
	}

	private static String blankToNull(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
