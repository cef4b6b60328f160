package org.leagueflow.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
	private static final double MAX_EXACT = 1e15;

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

	private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");

	private static final Pattern TEXT = Pattern.compile("@");

	private static final Pattern GENERAL_WORD = Pattern.compile("general", Pattern.CASE_INSENSITIVE);

	private final List<Section> sections;

	/** The section for texts. */
	private final Section text;

	private final boolean conditions;

	/** Whether a number is shown as a day or a time. */
	private final boolean date;

	private final boolean percent;

	/** Whether day, month and year are shown. */
	private final boolean wholeDay;

	/** Shows dates that lack day, month or year; null for other formats. */
	private final DataFormatter partialDates;

	private CellFormats(String format) {
		String plain = LANGUAGE.matcher(format).replaceAll("$1").replaceAll("!(.)", "\\\\$1");
		this.sections = sections(plain).stream().map(Section::of).toList();
		this.text = (this.sections.size() > 3) ? this.sections.get(3)
				: this.sections.stream().filter(Section::text).findFirst().orElse(Section.of("@"));
		this.conditions = CONDITION.matcher(plain).find();
		String letters = letters(this.sections.get(0));
		this.date = letters.matches(".*[ymdhse].*") && !letters.matches(".*[0#?@].*");
		this.percent = this.sections.stream().anyMatch((section) -> section.code().contains("%"));
		this.wholeDay = letters.contains("d") && letters.contains("m") && letters.matches(".*[ye].*");
		this.partialDates = (this.date && !this.wholeDay) ? new DataFormatter(Locale.ROOT) : null;
	}

	/** The letters of a section that stand for values, in small. */
	private static String letters(Section section) {
		return ELAPSED.matcher(section.code())
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
		return this.text.around(TEXT, value);
	}

	/** What the cell shows for a number. */
	String number(double value, boolean date1904) {
		if (this.date) {
			return day(value, date1904);
		}
		Section section = section(value);
		if (section.general()) {
			return section.around(GENERAL_WORD, general(value));
		}
		if (section.text()) {
			return section.around(TEXT, general(value));
		}
		if (section.format().isEmpty() && !this.conditions) {
			return "";
		}
		if (section.scientific() && whole(value)) {
			return general(value);
		}
		return formatted(section, value).strip();
	}

	/** A number without a format; whole ones with all digits that are still known. */
	static String general(double value) {
		if (Math.abs(value) >= MAX_EXACT) {
			return new BigDecimal(value).round(DIGITS).toString();
		}
		return whole(value) ? Long.toString((long) value) : NumberToTextConverter.toText(value);
	}

	/**
	 * The number that is stored, without what the format leaves out of it; null where the
	 * format makes it a day, a time or a percentage.
	 */
	String stored(double value) {
		return (this.date || this.percent) ? null : general(value);
	}

	private static boolean whole(double value) {
		return value == Math.rint(value) && Math.abs(value) < MAX_EXACT;
	}

	private String formatted(Section section, double value) {
		String format = this.conditions ? this.sections.stream().map(Section::format).collect(Collectors.joining(";"))
				: section.format();
		double shown = (!this.conditions && this.sections.size() > 1 && value < 0) ? -value : value;
		try {
			return CellFormat.getInstance(Locale.ROOT, format).apply(shown).text;
		}
		catch (RuntimeException ex) {
			return general(value);
		}
	}

	private Section section(double value) {
		if (this.conditions || this.sections.size() == 1) {
			return this.sections.get(0);
		}
		if (value < 0) {
			return this.sections.get(1);
		}
		return (value == 0 && this.sections.size() > 2) ? this.sections.get(2) : this.sections.get(0);
	}

	private String day(double value, boolean date1904) {
		if (value < 0 || value >= 2_958_466) {
			return NO_DAY;
		}
		// 1900-01-00 and 1900-02-29 are days to Excel only
		if (this.wholeDay && !date1904 && (value < 1 || (int) value == 60)) {
			return (value < 1) ? "1900-01-00" : "1900-02-29";
		}
		if (this.wholeDay) {
			return DateUtil.getLocalDateTime(value, date1904).toLocalDate().toString();
		}
		String format = this.sections.get(0).format().replace("\"", "").replaceAll("(?i)e+", "yyyy");
		try {
			synchronized (this.partialDates) {
				return this.partialDates.formatRawCellContents(value, 200, format, date1904);
			}
		}
		catch (RuntimeException ex) {
			return general(value);
		}
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

	/**
	 * One of the up to four parts of a format.
	 *
	 * @param code the format without its own words
	 * @param general whether a number is shown as without a format
	 * @param text whether it shows texts
	 * @param scientific whether it shows powers of ten
	 */
	private record Section(String format, String code, boolean general, boolean text, boolean scientific) {

		static Section of(String format) {
			String code = LITERAL.matcher(format).replaceAll("");
			return new Section(format, code, GENERAL_WORD.matcher(code).find(), code.contains("@"),
					code.matches("(?i).*e[+-].*"));
		}

		/** The value with the section's own words around it, where the placeholder is. */
		String around(Pattern placeholder, String value) {
			if (placeholder.matcher(this.format).matches()) {
				return value;
			}
			Matcher placed = placeholder.matcher(BRACKETS.matcher(this.format).replaceAll(""));
			String shown = placed.replaceAll(Matcher.quoteReplacement("\u0000"));
			return LITERAL.matcher(shown)
				.replaceAll((found) -> Matcher.quoteReplacement(
						(found.group(1) != null) ? found.group(1) : (found.group(2) != null) ? found.group(2) : ""))
				.replace("\u0000", value);
		}

	}

}
