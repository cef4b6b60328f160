package org.leagueflow.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.leagueflow.kernel.Characters;

/**
 * A citizen's ID number (公民身份号码, GB 11643-1999): region, birthday, sequence, check
 * character.
 *
 * @param text as typed, without spaces and with a capital X
 */
public record IdNumber(String text) {

	private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	/** First two digits in use: provinces, special regions, residence permits. */
	private static final Set<String> REGIONS = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33",
			"34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63",
			"64", "65", "71", "81", "82", "83", "91");

	public static IdNumber of(String typed) {
		return new IdNumber(SPACES.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT));
	}

	/** The 18th character that the first 17 digits call for (ISO 7064, MOD 11-2). */
	public static char checkCharacter(String digits) {
		int product = 0;
		for (int i = 0; i < 17; i++) {
			product = (product + digits.charAt(i) - '0') * 2 % 11;
		}
		return "0123456789X".charAt((12 - product) % 11);
	}

	public boolean wellFormed() {
		return FORM.matcher(this.text).matches();
	}

	public boolean checksumHolds() {
		return wellFormed() && checkCharacter(this.text) == this.text.charAt(17);
	}

	public boolean regionInUse() {
		return this.text.length() > 1 && REGIONS.contains(this.text.substring(0, 2));
	}

	/** The birthday inside the number; empty when it is no day of the calendar. */
	public Optional<LocalDate> birthDate() {
		if (!wellFormed()) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.parse(this.text.substring(6, 14), DAY));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** {@code M} or {@code F}, by the 17th digit. */
	public String sex() {
		return ((this.text.charAt(16) - '0') % 2 == 1) ? "M" : "F";
	}

	/** What pages, exports and logs show: {@code 1101**********1234}. */
	public String masked() {
		int length = Characters.count(this.text);
		if (length < 15) {
			return "*".repeat(Math.min(length, 18));
		}
		return this.text.substring(0, 4) + "*".repeat(10) + this.text.substring(this.text.length() - 4);
	}

	@Override
	public String toString() {
		return masked();
	}

}
