package org.leagueflow.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the text of a cell says: points or a word, or why it says neither.
 *
 * @param value the points, or null
 * @param word the word that stands instead, or null
 * @param rule the rule that a text that is no mark breaks, or null
 * @param rounded whether digits beyond the {@value #SCALE}th were rounded off
 */
record MarkText(BigDecimal value, String word, String rule, boolean rounded) {

	/** Digits behind the point that are kept. */
	static final int SCALE = 8;

	private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?|[+-]?\\.\\d+");

	private static final Pattern UNIT = Pattern.compile("分$|学时$|小时$|课时$|次$");

	private static final Pattern LETTER = Pattern.compile("[A-Fa-f][+-]?");

	/** What a cell shows instead of a value when its formula fails. */
	private static final Pattern CELL_ERROR = Pattern
		.compile("#(N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|#+)");

	private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(\\.\\d+)?E[+-]?\\d+");

	/** Numbers with a sign in front, as notes write what counts. */
	private static final Pattern SIGNED = Pattern
		.compile("(\\+|(?<![\\d.])-|\\G(?<=\\d)-)\\s*(\\d++(?:\\.\\d++)?+)(?!\\s*(?:[%\\d]|小时|学时|课时|次|人|名|天))");

	static MarkText of(String typed) {
		String text = plain(typed);
		if (text.startsWith("=")) {
			return broken("formula");
		}
		if (CELL_ERROR.matcher(text).matches()) {
			return broken("cell-error");
		}
		if (SCIENTIFIC.matcher(text).matches()) {
			return number(new BigDecimal(text));
		}
		Optional<MarkWord> word = MarkWord.of(text);
		if (word.isPresent()) {
			return new MarkText(null, word.get().word(), null, false);
		}
		if (LETTER.matcher(text).matches()) {
			return new MarkText(null, text.toUpperCase(Locale.ROOT), null, false);
		}
		if (text.endsWith("%") || text.endsWith("‰")) {
			return broken("percent");
		}
		String digits = UNIT.matcher(text).replaceFirst("").strip();
		if (NUMBER.matcher(digits).matches()) {
			return number(new BigDecimal(digits.replace(",", "")));
		}
		return ChineseNumber.parse(digits).map(MarkText::number).orElseGet(() -> broken("no-mark"));
	}

	/**
	 * What a note adds and takes off: the sum of its signed numbers; 志愿服务36小时+2 is 2.
	 * Empty when it has none.
	 */
	static Optional<BigDecimal> signed(String typed) {
		Matcher matcher = SIGNED.matcher(plain(typed));
		BigDecimal sum = null;
		while (matcher.find()) {
			BigDecimal one = new BigDecimal(matcher.group(2));
			boolean minus = matcher.group().startsWith("-");
			sum = ((sum != null) ? sum : BigDecimal.ZERO).add(minus ? one.negate() : one);
		}
		return Optional.ofNullable(sum);
	}

	private static MarkText number(BigDecimal value) {
		if (value.abs().compareTo(MOST) >= 0) {
			return broken("no-mark");
		}
		BigDecimal kept = value.setScale(SCALE, RoundingMode.HALF_UP);
		return new MarkText(MarkItem.plain(kept), null, null, kept.compareTo(value) != 0);
	}

	private static MarkText broken(String rule) {
		return new MarkText(null, null, rule, false);
	}

	/** In half width, with one minus and one plus, without spaces around. */
	static String plain(String typed) {
		StringBuilder half = new StringBuilder(typed.length());
		typed.codePoints()
			.map((point) -> (point >= 0xFF01 && point <= 0xFF5E) ? point - 0xFEE0 : point)
			.map((point) -> switch (point) {
				case 0x2212, 0x2013, 0x2014, 0xFE63, 0x2010, 0x2011 -> '-';
				case 0x3000, 0x00A0 -> ' ';
				case 0x3002 -> '.';
				default -> point;
			})
			.forEach(half::appendCodePoint);
		String text = half.toString().strip();
		return (text.length() > 1 && text.startsWith("'")) ? text.substring(1).strip() : text;
	}

	/** Whether it says anything that can be kept. */
	boolean holds() {
		return this.rule == null;
	}

	/** Every part that differs when the mark differs. */
	static String typed(BigDecimal value, String word, BigDecimal credit) {
		return String.join("|",
				Stream.of(value, word, credit).map((part) -> (part != null) ? part.toString() : "").toList());
	}

}
