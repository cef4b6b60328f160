package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.kernel.ChineseNumber;

/**
 * A number or sign with which a line of a list begins.
 *
 * @param number 0 for signs that do not count
 * @param start where it begins in the text
 * @param end where the words begin
 * @param first whether a line begins with it
 * @param sure whether it follows on the one before
 */
record ListMark(Kind kind, int number, int start, int end, boolean first, boolean sure) {

	private static final String CHINESE = "[一二三四五六七八九十]{1,3}";

	private static final Pattern MARK = Pattern
		.compile("(?<![0-9A-Za-z.])(?:(?<plain>\\d{1,3})(?:[.、](?!\\d)|\\.(?=\\d{1,2}月))|(?<closed>\\d{1,3})\\)"
				+ "|\\((?<round>\\d{1,3})\\)|\\((?<chineseround>" + CHINESE + ")\\)|(?<chinese>" + CHINESE
				+ ")、|(?<circle>[\\u2460-\\u2473])|(?<bullet>[●•◆■▪·○◇□★☆※→\\uF06C\\uF0D8\\uF0B7]))\\s*");

	/** What begins a list only at the beginning of a line. */
	private static final Pattern LINE = Pattern
		.compile("(?:第(?<chapter>[一二三四五六七八九十\\d]{1,3})(?:章|节|部分|篇)[、:.]?|(?<decimal>\\d{1,2}(?:\\.\\d{1,2}){1,3})[.、]?"
				+ "(?=\\s*[\\p{IsHan}“\"《])(?!\\s*[万亿月日年])|(?<chinese>" + CHINESE
				+ ")[.](?!\\d)|(?<letter>[A-Za-z])[.、)](?=\\s*\\p{IsHan})|(?<dash>-{1,2})(?=\\s*[\\p{IsHan}“《]))\\s*");

	private static final Pattern SPACED = Pattern.compile("\\s*(\\d{1,2})\\s+(?=[\\p{IsHan}“《])");

	/** How lists are numbered, the highest first as official papers nest them. */
	enum Kind {

		CHAPTER, CHINESE, CHINESE_ROUND, PLAIN, DECIMAL, ROUND, CLOSED, CIRCLE, LETTER, BULLET;

		/** Whether headings mostly carry it, rather than tasks. */
		boolean high() {
			return ordinal() <= CHINESE_ROUND.ordinal();
		}

		private String group() {
			return name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
		}

	}

	/** Every mark in a text, those in the midst of a line, too. */
	static List<ListMark> all(String half) {
		List<ListMark> all = new ArrayList<>();
		Matcher matcher = MARK.matcher(half);
		while (matcher.find()) {
			int line = half.lastIndexOf('\n', matcher.start()) + 1;
			boolean first = half.substring(line, matcher.start()).isBlank();
			for (Kind kind : List.of(Kind.PLAIN, Kind.CLOSED, Kind.ROUND, Kind.CHINESE_ROUND, Kind.CHINESE, Kind.CIRCLE,
					Kind.BULLET)) {
				String said = matcher.group(kind.group());
				if (said != null) {
					all.add(new ListMark(kind, number(kind, said), matcher.start(), matcher.end(), first, true));
				}
			}
		}
		return all;
	}

	/** The mark with which a line begins, or null. */
	static ListMark at(String half) {
		int begin = 0;
		while (begin < half.length() && PaperText.space(half.charAt(begin))) {
			begin++;
		}
		Matcher line = LINE.matcher(half).region(begin, half.length()).useTransparentBounds(true);
		if (line.lookingAt()) {
			if (line.group("dash") != null) {
				return new ListMark(Kind.BULLET, 0, begin, line.end(), true, true);
			}
			for (Kind kind : List.of(Kind.CHAPTER, Kind.DECIMAL, Kind.CHINESE, Kind.LETTER)) {
				String said = line.group(kind.group());
				if (said != null) {
					return new ListMark(kind, number(kind, said), begin, line.end(), true, true);
				}
			}
		}
		List<ListMark> all = all(half.substring(0, Math.min(half.length(), begin + 12)));
		return (all.isEmpty() || all.get(0).start != begin) ? null : all.get(0);
	}

	/**
	 * A number that only a space parts from the words, or null: one of a list, or a
	 * count.
	 */
	static ListMark spaced(String half) {
		Matcher number = SPACED.matcher(half);
		return !number.lookingAt() ? null : new ListMark(Kind.PLAIN, Integer.parseInt(number.group(1)), number.start(1),
				number.end(), true, true);
	}

	private static int number(Kind kind, String said) {
		return switch (kind) {
			case CIRCLE -> said.charAt(0) - '\u2460' + 1;
			case BULLET -> 0;
			case LETTER -> Character.toLowerCase(said.charAt(0)) - 'a' + 1;
			case DECIMAL -> Integer.parseInt(said.substring(said.lastIndexOf('.') + 1));
			default -> said.matches("\\d+") ? Integer.parseInt(said)
					: ChineseNumber.parse(said).map(Number::intValue).orElse(0);
		};
	}

	ListMark sure(boolean follows) {
		return new ListMark(this.kind, this.number, this.start, this.end, this.first, follows);
	}

}
