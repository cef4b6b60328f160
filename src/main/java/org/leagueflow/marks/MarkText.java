package org.leagueflow.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leagueflow.kernel.ChineseNumber;

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

	private static final BigDecimal MAX_CREDIT = BigDecimal.valueOf(100);

	private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?|[+-]?\\.\\d+");

	private static final Pattern UNIT = Pattern.compile("分$|学时$|小时$|课时$|次$");

	private static final Pattern LETTER = Pattern.compile("[A-Fa-f][+-]?");

	/** What a cell shows instead of a value when its formula fails. */
	private static final Pattern CELL_ERROR = Pattern
		.compile("#(N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|#+)");

	private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Pd}−/／\\\\.·…*]+|无|暂无|空|未填");

	private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(\\.\\d+)?E[+-]?\\d{1,2}");

	/** What makes a number behind a sign something else than points. */
	private static final String COUNTED = "[%\\d]|小时|学时|课时|次|人|名|天|年|月|日|号|周|元";

	private static final String END = "\\s*(?:$|分(?!钟)|[\\s;,、.!)\\]】/|+:-])";

	/**
	 * Numbers with a sign in front, as notes write what counts. A minus stands in ranges
	 * (9月-12月) and names, too; it takes off only where nothing but the end of the
	 * mark follows its number.
	 */
	private static final Pattern SIGNED = Pattern.compile("(?:\\+\\s*(\\d++(?:\\.\\d++)?+)(?!\\s*(?:" + COUNTED
			+ "))|(?:(?<![\\dA-Za-z.])|\\G(?<=\\d))-\\s*(\\d++(?:\\.\\d++)?+)(?!\\s*(?:" + COUNTED + "))(?=" + END
			+ "))");

	/** A minus that may take off points or not: 迟到-1旷课, 迟到—1. */
	private static final Pattern UNCLEAR = Pattern
		.compile("(?<![\\dA-Za-z.年月日号周节级班届期点时-])-\\s*\\d++(?:\\.\\d++)?+(?!\\s*(?:" + COUNTED + ")|" + END
				+ ")|(?<![\\d—年月日号周])—\\s*\\d++(?:\\.\\d++)?+(?=" + END + ")");

	/** A note that is a number and nothing else. */
	private static final Pattern BARE = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?分?");

	/** No single thing in an assessment counts for more. */
	private static final BigDecimal MAX_NOTE = BigDecimal.valueOf(100);

	static MarkText of(String typed) {
		String text = plain(typed);
		if (decimal(text)) {
			return number(new BigDecimal(text));
		}
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
		return Optional.ofNullable(signs(typed).value());
	}

	/** What a note counts for: the number that it is, or else its signed numbers. */
	static Note note(String typed) {
		String text = plain(typed);
		if (BARE.matcher(text).matches()) {
			MarkText whole = of(text);
			return new Note(whole.value(), whole.value() == null,
					whole.value() != null && whole.value().abs().compareTo(MAX_NOTE) > 0);
		}
		return signs(typed);
	}

	private static Note signs(String typed) {
		String text = plain(typed, true);
		Matcher matcher = SIGNED.matcher(text);
		BigDecimal sum = null;
		boolean doubtful = false;
		while (matcher.find()) {
			boolean minus = matcher.group(1) == null;
			BigDecimal one = new BigDecimal(minus ? matcher.group(2) : matcher.group(1));
			doubtful |= one.compareTo(MAX_NOTE) > 0;
			sum = ((sum != null) ? sum : BigDecimal.ZERO).add(minus ? one.negate() : one);
		}
		if (sum != null && sum.abs().compareTo(MOST) >= 0) {
			return new Note(null, true, true);
		}
		doubtful |= UNCLEAR.matcher(text).find() || (sum != null && sum.abs().compareTo(MAX_NOTE) > 0);
		return new Note((sum != null) ? MarkItem.plain(sum.setScale(SCALE, RoundingMode.HALF_UP)) : null, false,
				doubtful);
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

	/** Whether it is digits with at most one point among them, as most marks are. */
	private static boolean decimal(String text) {
		boolean point = false;
		for (int i = 0; i < text.length(); i++) {
			char sign = text.charAt(i);
			boolean inside = sign == '.' && !point && i > 0 && i < text.length() - 1;
			point |= inside;
			if (!inside && (sign < '0' || sign > '9')) {
				return false;
			}
		}
		return !text.isEmpty();
	}

	/** In half width, with one minus and one plus, without spaces around. */
	static String plain(String typed) {
		return plain(typed, false);
	}

	/** In notes a long dash parts words; it is no minus. */
	private static String plain(String typed, boolean note) {
		if (!typed.startsWith("'") && typed.chars().allMatch((sign) -> sign > ' ' && sign < 0x7F)) {
			return typed;
		}
		StringBuilder half = new StringBuilder(typed.length());
		typed.codePoints()
			.map((point) -> (point >= 0xFF01 && point <= 0xFF5E) ? point - 0xFEE0 : point)
			.map((point) -> switch (point) {
				case 0x2014 -> note ? point : '-';
				case 0x2212, 0x2013, 0xFE63, 0x2010, 0x2011 -> '-';
				case 0x3000, 0x00A0 -> ' ';
				case 0x3002 -> '.';
				default -> point;
			})
			.forEach(half::appendCodePoint);
		String text = half.toString().strip();
		return (text.length() > 1 && text.startsWith("'")) ? text.substring(1).strip() : text;
	}

	/** Whether the cell says that there is nothing: a dash, a stroke, 无. */
	static boolean nothing(String typed) {
		return NOTHING.matcher(typed).matches();
	}

	/** Whether it says anything that can be kept. */
	boolean holds() {
		return this.rule == null;
	}

	/** Whether a course can have so many credits. */
	static boolean isCredit(BigDecimal credit) {
		return credit != null && credit.signum() >= 0 && credit.compareTo(MAX_CREDIT) <= 0 && credit.scale() <= 4;
	}

	/** Every part that differs when the mark differs; 2.0 is no other mark than 2. */
	static String typed(BigDecimal value, String word, BigDecimal credit) {
		return String.join("|",
				Stream.of(MarkItem.plain(value), word, MarkItem.plain(credit))
					.map((part) -> (part != null) ? part.toString() : "")
					.toList());
	}

	/**
	 * What a note counts for.
	 *
	 * @param value the points, or null where it has no sign
	 * @param tooLarge whether it holds a number that no mark can be
	 * @param doubtful whether somebody has to look at it
	 */
	record Note(BigDecimal value, boolean tooLarge, boolean doubtful) {
	}

}
