package org.leagueflow.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day in the ways that people type it into a spreadsheet. */
final class RosterDate {

	/** A time of day changes no day; a time zone might, and is not read. */
	private static final String TIME = "(?:\\s*[ T]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?";

	private static final Pattern SEPARATED = Pattern
		.compile("(\\d{4})\\s*[-/.年、]\\s*(\\d{1,2})\\s*[-/.月、]\\s*(\\d{1,2})\\s*[日号]?" + TIME);

	private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	private static final Pattern CHINESE = Pattern
		.compile("([〇○零一二三四五六七八九]{4})年([元一二三四五六七八九十]{1,3})月([初一二三四五六七八九十廿卅]{1,3})[日号]?");

	private static final Pattern TWO_DIGIT_YEAR = Pattern
		.compile("\\d{1,2}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,4}.*");

	private static final Pattern NO_DAY = Pattern
		.compile("\\d{4}\\s*([-/.年]\\s*\\d{1,2}\\s*月?|年)|(19|20)\\d{2}(\\d{2})?");

	/** Excel counts days from 1900; these are the years 1927 to 2064. */
	private static final Pattern SERIAL = Pattern.compile("[1-5]\\d{4}(\\.\\d+)?");

	private static final String DIGITS = "〇一二三四五六七八九";

	private RosterDate() {
	}

	/** The day, or empty when it is none: no guesses about a month without a day. */
	static Optional<LocalDate> parse(String text) {
		for (Pattern pattern : new Pattern[] { SEPARATED, COMPACT }) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.matches()) {
				return day(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
						Integer.parseInt(matcher.group(3)));
			}
		}
		Matcher chinese = CHINESE.matcher(text);
		return chinese.matches()
				? day(year(chinese.group(1)), number(chinese.group(2)), number(chinese.group(3).replace("初", "")))
				: Optional.empty();
	}

	/** The rule that a text which is no day breaks. */
	static String fault(String text) {
		if (SERIAL.matcher(text).matches()) {
			return "date-serial";
		}
		if (NO_DAY.matcher(text).matches()) {
			return "date-without-day";
		}
		return TWO_DIGIT_YEAR.matcher(text).matches() ? "date-short-year" : "bad-date";
	}

	private static Optional<LocalDate> day(int year, int month, int day) {
		try {
			return Optional.of(LocalDate.of(year, month, day));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static int year(String digits) {
		int year = 0;
		for (char digit : digits.replace('○', '〇').replace('零', '〇').toCharArray()) {
			year = year * 10 + DIGITS.indexOf(digit);
		}
		return year;
	}

	/** A number up to 39 in Chinese; 0 when it is none. */
	private static int number(String chinese) {
		String tens = chinese.replace('元', '一').replace("廿", "二十").replace("卅", "三十");
		int ten = tens.indexOf('十');
		if (ten < 0) {
			return (tens.length() == 1) ? DIGITS.indexOf(tens.charAt(0)) : 0;
		}
		int before = (ten == 0) ? 1 : DIGITS.indexOf(tens.charAt(0));
		int after = (ten == tens.length() - 1) ? 0 : DIGITS.indexOf(tens.charAt(ten + 1));
		return (ten > 1 || tens.length() > ten + 2 || before < 1 || after < 0) ? 0 : before * 10 + after;
	}

}
