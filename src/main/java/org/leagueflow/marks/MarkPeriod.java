package org.leagueflow.marks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The year and the part of it that a mark is for.
 *
 * @param year a school year ({@code 2023-2024}) or a calendar year ({@code 2023})
 * @param term {@code 1}, {@code 2}, {@code 3}, a month ({@code 2023-09}), or empty for
 * the whole year
 */
public record MarkPeriod(String year, String term) {

	private static final Pattern SCHOOL_YEAR = Pattern
		.compile("(20\\d{2})\\s*年?\\s*[-~～至/_]{1,2}\\s*(20\\d{2}|\\d{2})\\s*(?:学年度?|年)?(.*)");

	private static final Pattern SEASON = Pattern.compile("(20\\d{2})\\s*年?\\s*([秋春夏])季?(?:学期)?");

	private static final Pattern MONTH = Pattern.compile("(20\\d{2})\\s*[-年./]\\s*(0?[1-9]|1[0-2])\\s*月?");

	private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*(?:年度?)?");

	private static final Pattern CODE = Pattern.compile("(20\\d{2})([123])");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Pattern AROUND_TERM = Pattern.compile("[()（）第\\s-]|学期|季");

	/** The month in which a school year begins. */
	private static final int FIRST_MONTH = 9;

	/** Reads what sheets write: {@code 2023-2024学年秋}, {@code 2024春}, {@code 2023年9月}. */
	public static Optional<MarkPeriod> parse(String typed) {
		String text = SPACES.matcher(MarkText.plain(typed)).replaceAll("");
		Matcher school = SCHOOL_YEAR.matcher(text);
		if (school.matches()) {
			int first = Integer.parseInt(school.group(1));
			int second = Integer.parseInt(school.group(2)) % 100;
			Optional<String> term = term(school.group(3));
			if (second == (first + 1) % 100 && term.isPresent()) {
				return Optional.of(new MarkPeriod(school(first), term.get()));
			}
		}
		Matcher season = SEASON.matcher(text);
		if (season.matches()) {
			boolean autumn = season.group(2).equals("秋");
			int year = Integer.parseInt(season.group(1));
			return Optional.of(new MarkPeriod(school(autumn ? year : year - 1), term(season.group(2)).orElseThrow()));
		}
		Matcher code = CODE.matcher(text);
		if (code.matches()) {
			return Optional.of(new MarkPeriod(school(Integer.parseInt(code.group(1))), code.group(2)));
		}
		Matcher month = MONTH.matcher(text);
		if (month.matches()) {
			return Optional.of(ofMonth(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
		}
		Matcher year = YEAR.matcher(text);
		return year.matches() ? Optional.of(new MarkPeriod(year.group(1), "")) : Optional.empty();
	}

	/** The term that the words behind a school year name; empty when they name none. */
	static Optional<String> term(String words) {
		String plain = AROUND_TERM.matcher(words).replaceAll("");
		return switch (plain) {
			case "" -> Optional.of("");
			case "秋", "一", "1", "上", "Ⅰ", "I" -> Optional.of("1");
			case "春", "二", "2", "下", "Ⅱ", "II" -> Optional.of("2");
			case "夏", "三", "3", "短", "小", "暑" -> Optional.of("3");
			default -> Optional.empty();
		};
	}

	/** A month of this period; months from September on belong to the first year. */
	Optional<MarkPeriod> month(int number) {
		if (number < 1 || number > 12) {
			return Optional.empty();
		}
		int first = Integer.parseInt(this.year.substring(0, 4));
		boolean second = this.year.length() > 4 && number < FIRST_MONTH;
		return Optional.of(new MarkPeriod(this.year, YearMonth.of(second ? first + 1 : first, number).toString()));
	}

	private static MarkPeriod ofMonth(int year, int month) {
		return new MarkPeriod(school((month >= FIRST_MONTH) ? year : year - 1), YearMonth.of(year, month).toString());
	}

	/** The school year that the day lies in. */
	static MarkPeriod schoolYear(LocalDate day) {
		return new MarkPeriod(school((day.getMonthValue() >= FIRST_MONTH) ? day.getYear() : day.getYear() - 1), "");
	}

	private static String school(int first) {
		return first + "-" + (first + 1);
	}

	/** Whether it is, or lies in, a school year rather than a calendar year. */
	public boolean schoolYear() {
		return this.year.length() > 4;
	}

	/** Whether it is the whole year. */
	public boolean whole() {
		return this.term.isEmpty();
	}

	/** Whether it is a month. */
	public boolean month() {
		return this.term.length() == 7;
	}

	/** Its first day: terms begin in September, February and July. */
	public LocalDate begin() {
		if (this.term.length() == 7) {
			return YearMonth.parse(this.term).atDay(1);
		}
		int first = Integer.parseInt(this.year.substring(0, 4));
		if (this.year.length() == 4) {
			return LocalDate.of(first, 1, 1);
		}
		return switch (this.term) {
			case "2" -> LocalDate.of(first + 1, 2, 1);
			case "3" -> LocalDate.of(first + 1, 7, 1);
			default -> LocalDate.of(first, FIRST_MONTH, 1);
		};
	}

	/** Its last day: terms end in January, July and August. */
	public LocalDate end() {
		if (this.term.length() == 7) {
			return YearMonth.parse(this.term).atEndOfMonth();
		}
		int last = Integer.parseInt(this.year.substring(this.year.length() - 4));
		if (this.year.length() == 4) {
			return LocalDate.of(last, 12, 31);
		}
		return switch (this.term) {
			case "1" -> LocalDate.of(last, 1, 31);
			case "3" -> LocalDate.of(last, 8, 31);
			default -> LocalDate.of(last, 7, 31);
		};
	}

	/** As one text: {@code 2023-2024}, {@code 2023-2024-1}, {@code 2023-09}. */
	public String text() {
		return this.term.isEmpty() ? this.year : (this.term.length() == 7) ? this.term : this.year + "-" + this.term;
	}

}
