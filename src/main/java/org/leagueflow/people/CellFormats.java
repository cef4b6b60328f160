package org.leagueflow.people;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.format.CellFormat;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;

/**
 * What a cell of a spreadsheet shows for its value under its number format. A day comes
 * as {@code 2008-09-01} whenever the format shows day, month and year; whole numbers that
 * Excel would show as {@code 2.02601E+11} come with all their digits, up to the 15 that
 * it keeps.
 */
final class CellFormats {

	static final String GENERAL = "General";

	/** Shown instead of a day before the first one. */
	private static final String NO_DAY = "########";

	/** From here on Excel has lost digits of what was typed. */
	private static final double KEPT = 1e15;

	private static final MathContext DIGITS = new MathContext(15);

	/** Formats by number that a Chinese Excel writes without their text. */
	private static final Map<Integer, String> CHINESE = Map.ofEntries(Map.entry(27, "yyyy\"年\"m\"月\""),
			Map.entry(28, "m\"月\"d\"日\""), Map.entry(29, "m\"月\"d\"日\""), Map.entry(30, "m-d-yy"),
			Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""), Map.entry(32, "h\"时\"mm\"分\""),
			Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""), Map.entry(36, "yyyy\"年\"m\"月\""), Map.entry(50, "yyyy\"年\"m\"月\""),
			Map.entry(51, "m\"月\"d\"日\""), Map.entry(52, "yyyy\"年\"m\"月\""), Map.entry(53, "m\"月\"d\"日\""),
			Map.entry(54, "m\"月\"d\"日\""), Map.entry(57, "yyyy\"年\"m\"月\""), Map.entry(58, "m\"月\"d\"日\""));

	/**
	 * Language and numerals: {@code [$-804]}, {@code [DBNum1]}; a currency sign stays.
	 */
	private static final Pattern LANGUAGE = Pattern.compile("\\[\\$([^\\]-]*)-[^\\]]*]|\\[DBNum\\d]",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|[\\\\!](.)|_.|\\*.");

	/** Hours, minutes or seconds beyond a day. */
	private static final Pattern ELAPSED = Pattern.compile("\\[([hms]+)]", Pattern.CASE_INSENSITIVE);

	private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");

	private static final Map<String, CellFormats> CACHE = new ConcurrentHashMap<>();

	private static final int MAX_CACHED = 5_000;

	private final List<String> sections;

	private final boolean conditions;

	/** The letters of the first section that stand for values, in small. */
	private final String letters;

	private CellFormats(String format) {
		String plain = LANGUAGE.matcher(format).replaceAll("$1").replaceAll("!(.)", "\\\\$1");
		this.sections = sections(plain);
		this.conditions = CONDITION.matcher(plain).find();
		this.letters = ELAPSED.matcher(LITERAL.matcher(this.sections.get(0)).replaceAll(""))
			.replaceAll("$1")
			.replaceAll("\\[[^\\]]*]|(?i:general|e[+-]|am/pm|a/p|上午/下午)", "")
			.toLowerCase(Locale.ROOT);
	}

	static CellFormats of(String format) {
		if (CACHE.size() > MAX_CACHED) {
			CACHE.clear();
		}
		return CACHE.computeIfAbsent((format != null && !format.isBlank()) ? format : GENERAL, CellFormats::new);
	}

	/** The text of a format that a workbook names by number only. */
	static String builtin(int number) {
		String format = CHINESE.get(number);
		return (format != null) ? format
				: (number < BuiltinFormats.getAll().length) ? BuiltinFormats.getBuiltinFormat(number) : GENERAL;
	}

	/** What the cell shows for a text. */
	String text(String value) {
		String section = (this.sections.size() > 3) ? this.sections.get(3)
				: this.sections.stream().filter((one) -> code(one).contains("@")).findFirst().orElse("@");
		return literal(section, "@", value);
	}

	/** What the cell shows for a number. */
	String number(double value, boolean date1904) {
		if (date()) {
			return day(value, date1904);
		}
		String section = section(value);
		String code = code(section);
		if (code.toLowerCase(Locale.ROOT).contains("general")) {
			return literal(section, "(?i)general", general(value));
		}
		if (code.contains("@")) {
			return literal(section, "@", general(value));
		}
		if (section.isEmpty() && !this.conditions) {
			return "";
		}
		if (code.matches("(?i).*e[+-].*") && whole(value)) {
			return general(value);
		}
		return formatted(section, value).strip();
	}

	/** A number without a format; whole ones with all digits that are still known. */
	static String general(double value) {
		if (Math.abs(value) >= KEPT) {
			return new BigDecimal(value).round(DIGITS).toString();
		}
		return whole(value) ? Long.toString((long) value) : NumberToTextConverter.toText(value);
	}

	private static boolean whole(double value) {
		return value == Math.rint(value) && Math.abs(value) < KEPT;
	}

	private String formatted(String section, double value) {
		String format = this.conditions ? String.join(";", this.sections) : section;
		double shown = (!this.conditions && this.sections.size() > 1 && value < 0) ? -value : value;
		try {
			return CellFormat.getInstance(Locale.ROOT, format).apply(shown).text;
		}
		catch (RuntimeException ex) {
			return general(value);
		}
	}

	private String section(double value) {
		if (this.conditions || this.sections.size() == 1) {
			return this.sections.get(0);
		}
		if (value < 0) {
			return this.sections.get(1);
		}
		return (value == 0 && this.sections.size() > 2) ? this.sections.get(2) : this.sections.get(0);
	}

	private boolean date() {
		return this.letters.matches(".*[ymdhse].*") && !this.letters.matches(".*[0#?@].*");
	}

	private String day(double value, boolean date1904) {
		boolean whole = this.letters.contains("d") && this.letters.contains("m") && this.letters.matches(".*[ye].*");
		if (value < 0 || value >= 2_958_466) {
			return NO_DAY;
		}
		// 1900-01-00 and 1900-02-29 are days to Excel only
		if (whole && !date1904 && (value < 1 || (int) value == 60)) {
			return (value < 1) ? "1900-01-00" : "1900-02-29";
		}
		if (whole) {
			return DateUtil.getLocalDateTime(value, date1904).toLocalDate().toString();
		}
		String format = this.sections.get(0).replace("\"", "").replaceAll("(?i)e+", "yyyy");
		try {
			return new DataFormatter(Locale.ROOT).formatRawCellContents(value, 200, format, date1904);
		}
		catch (RuntimeException ex) {
			return general(value);
		}
	}

	/** The section's own words around the value. */
	private static String literal(String section, String placeholder, String value) {
		Matcher placed = Pattern.compile(placeholder).matcher(section.replaceAll("\\[[^\\]]*]", ""));
		String shown = placed.replaceAll(Matcher.quoteReplacement("\u0000"));
		return LITERAL.matcher(shown)
			.replaceAll((found) -> Matcher.quoteReplacement(
					(found.group(1) != null) ? found.group(1) : (found.group(2) != null) ? found.group(2) : ""))
			.replace("\u0000", value);
	}

	/** The section without its own words. */
	private static String code(String section) {
		return LITERAL.matcher(section).replaceAll("");
	}

	/** Parted at the semicolons outside quotes. */
	private static List<String> sections(String format) {
		List<String> sections = new ArrayList<>();
		StringBuilder section = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < format.length(); i++) {
			char sign = format.charAt(i);
			quoted ^= sign == '"';
			if (sign == ';' && !quoted) {
				sections.add(section.toString());
				section.setLength(0);
			}
			else {
				section.append(sign);
			}
		}
		sections.add(section.toString());
		return sections;
	}

}
