package org.leagueflow.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day in the ways that people type it into a spreadsheet. */
final class RosterDate {

	private static final Pattern SEPARATED = Pattern
		.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]00:00(?::00)?)?");

	private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	private RosterDate() {
	}

	/** The day, or empty when it is none: no guesses about a month without a day. */
	static Optional<LocalDate> parse(String text) {
		for (Pattern pattern : new Pattern[] { SEPARATED, COMPACT }) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.matches()) {
				return day(matcher);
			}
		}
		return Optional.empty();
	}

	private static Optional<LocalDate> day(Matcher parts) {
		try {
			return Optional.of(LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
					Integer.parseInt(parts.group(3))));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
