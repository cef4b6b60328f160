package org.leagueflow.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers in Chinese characters, plain (八十五点五) and financial (捌拾伍点伍), up to 99,999,999.
 */
public final class ChineseNumber {

	private static final String DIGITS = "〇一二三四五六七八九";

	private static final String FINANCIAL = "零壹贰叁肆伍陆柒捌玖";

	/** The longest number up to 99,999,999 has 15 characters before the point. */
	private static final int MAX_LENGTH = 30;

	private static final Pattern FORM = Pattern.compile("负?[〇一二三四五六七八九十百千万]+(点[〇一二三四五六七八九]+)?");

	private ChineseNumber() {
	}

	public static Optional<BigDecimal> parse(String text) {
		String plain = simple(text);
		if (plain.length() > MAX_LENGTH || !FORM.matcher(plain).matches()) {
			return Optional.empty();
		}
		boolean negative = plain.startsWith("负");
		String[] parts = (negative ? plain.substring(1) : plain).split("点");
		Long whole = parts[0].chars().allMatch((sign) -> DIGITS.indexOf(sign) >= 0) ? digits(parts[0])
				: withUnits(parts[0]);
		Long behind = (parts.length > 1) ? digits(parts[1]) : Long.valueOf(0);
		if (whole == null || behind == null) {
			return Optional.empty();
		}
		BigDecimal value = BigDecimal.valueOf(whole);
		if (parts.length > 1) {
			value = value.add(BigDecimal.valueOf(behind, parts[1].length()));
		}
		return Optional.of(negative ? value.negate() : value);
	}

	/** In the plain characters. */
	private static String simple(String text) {
		StringBuilder plain = new StringBuilder();
		for (char sign : text.toCharArray()) {
			int financial = FINANCIAL.indexOf(sign);
			plain.append((financial >= 0) ? DIGITS.charAt(financial) : switch (sign) {
				case '貳', '弐' -> '二';
				case '叄', '參', '参' -> '三';
				case '陸' -> '六';
				case '两', '兩' -> '二';
				case '拾' -> '十';
				case '佰' -> '百';
				case '仟' -> '千';
				case '萬' -> '万';
				case '○', 'Ｏ' -> '〇';
				case '點' -> '点';
				case '負' -> '负';
				default -> sign;
			});
		}
		return plain.toString().replaceAll("[圆元]?整$", "");
	}

	private static Long digits(String text) {
		if (text.length() > 8) {
			return null;
		}
		long value = 0;
		for (char digit : text.toCharArray()) {
			value = value * 10 + DIGITS.indexOf(digit);
		}
		return value;
	}

	/** Null when the units stand in no order. */
	private static Long withUnits(String text) {
		int tenThousands = text.indexOf('万');
		if (tenThousands >= 0) {
			Long above = withUnits(text.substring(0, tenThousands));
			String rest = text.substring(tenThousands + 1);
			Long below = rest.isEmpty() ? Long.valueOf(0) : withUnits(rest);
			return (above == null || below == null || above == 0 || below > 9_999) ? null
					: Long.valueOf(above * 10_000 + below);
		}
		long value = 0;
		long unit = 10_000;
		int digit = -1;
		for (char sign : text.toCharArray()) {
			int read = DIGITS.indexOf(sign);
			if (read >= 0) {
				if (digit > 0) {
					return null;
				}
				digit = read;
				continue;
			}
			long next = (sign == '千') ? 1_000 : (sign == '百') ? 100 : 10;
			if (next >= unit || (digit <= 0 && !(next == 10 && value == 0 && digit < 0))) {
				return null;
			}
			value += ((digit < 0) ? 1 : digit) * next;
			unit = next;
			digit = -1;
		}
		return value + Math.max(0, digit);
	}

}
