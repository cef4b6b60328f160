package org.leagueflow.paper;

import java.util.Locale;

/** Numbers of lists as Word writes them (ISO/IEC 29500-1, 17.18.59). */
final class ListNumber {

	private static final String CHINESE = "〇一二三四五六七八九";

	private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";

	private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

	private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

	private static final int[] ROMAN = { 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1 };

	private static final String[] ROMAN_SIGNS = { "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv",
			"i" };

	private ListNumber() {
	}

	static String of(String format, int number) {
		return switch (format) {
			case "none" -> "";
			case "decimalZero" -> (number < 10) ? "0" + number : Integer.toString(number);
			case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
			case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, '①');
			case "decimalEnclosedParen" -> enclosed(number, '⑴');
			case "decimalEnclosedFullstop" -> enclosed(number, '⒈');
			case "ideographEnclosedCircle" ->
				(number >= 1 && number <= 10) ? Character.toString((char) ('㊀' + number - 1)) : plain(number);
			case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
					"taiwaneseCountingThousand", "koreanCounting" ->
				chinese(number);
			case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digits(number, CHINESE);
			case "chineseLegalSimplified", "ideographLegalTraditional",
					"japaneseLegal" ->
				chinese(number).replace("十", "拾")
					.replace("百", "佰")
					.codePoints()
					.collect(StringBuilder::new, (text, point) -> {
						int at = CHINESE.indexOf(point);
						text.appendCodePoint((at >= 0) ? FORMAL.charAt(at) : point);
					}, StringBuilder::append)
					.toString();
			case "ideographTraditional" -> one(number, STEMS);
			case "ideographZodiac" -> one(number, BRANCHES);
			case "upperLetter" -> letters(number);
			case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
			case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
			case "lowerRoman" -> roman(number);
			default -> plain(number);
		};
	}

	private static String plain(int number) {
		return Integer.toString(number);
	}

	private static String fullWidth(int number) {
		StringBuilder wide = new StringBuilder();
		plain(number).chars().forEach((digit) -> wide.append((char) (digit + 0xFEE0)));
		return wide.toString();
	}

	private static String enclosed(int number, char first) {
		return (number >= 1 && number <= 20) ? Character.toString((char) (first + number - 1)) : plain(number);
	}

	private static String one(int number, String of) {
		return (number >= 1 && number <= of.length()) ? of.substring(number - 1, number) : plain(number);
	}

	private static String digits(int number, String of) {
		StringBuilder text = new StringBuilder();
		plain(number).chars().forEach((digit) -> text.append(of.charAt(Math.max(0, digit - '0'))));
		return text.toString();
	}

	/** 1 to 999 in words; others in digits. */
	static String chinese(int number) {
		if (number < 1 || number > 999) {
			return plain(number);
		}
		int hundreds = number / 100;
		int tens = number / 10 % 10;
		int ones = number % 10;
		StringBuilder text = new StringBuilder();
		if (hundreds > 0) {
			text.append(CHINESE.charAt(hundreds)).append('百');
			text.append((tens == 0 && ones > 0) ? "零" : "");
		}
		if (tens > 0) {
			text.append((tens > 1 || hundreds > 0) ? CHINESE.substring(tens, tens + 1) : "").append('十');
		}
		return text.append((ones > 0) ? CHINESE.substring(ones, ones + 1) : "").toString();
	}

	private static String letters(int number) {
		if (number < 1 || number > 780) {
			return plain(number);
		}
		return Character.toString((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
	}

	private static String roman(int number) {
		if (number < 1 || number > 3999) {
			return plain(number);
		}
		StringBuilder text = new StringBuilder();
		int left = number;
		for (int at = 0; at < ROMAN.length; at++) {
			while (left >= ROMAN[at]) {
				text.append(ROMAN_SIGNS[at]);
				left -= ROMAN[at];
			}
		}
		return text.toString();
	}

}
