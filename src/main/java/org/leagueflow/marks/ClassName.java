package org.leagueflow.marks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leagueflow.sheet.CellText;

/**
 * The name of a class without what offices write differently: 建筑类2402班, 建筑2402 and
 * 建筑2402班团支部 are one class.
 */
final class ClassName {

	private static final Pattern MARKS = Pattern.compile("[\\s\\p{Z}（）()\\[\\]【】·.\\-—_/]");

	private static final Pattern TAIL = Pattern.compile("(学生)?(共青团)?(团支部|支部|团小组)$");

	/** Stands for what was left out until it is known whether it parts two numbers. */
	private static final String LEFT_OUT = "\u0001";

	/** 类, 级 and 专业 between the subject and the number, 班 behind it. */
	private static final Pattern FILLERS = Pattern
		.compile("(类|专业|级)(?=\u0001{0,9}\\d)|(?<=\\d\u0001{0,9})(级|届|班)|班(?=\u0001*$)");

	/** What is left out between two numbers keeps them two: 计算机1班2023 is not 计算机12. */
	private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=\\d)\u0001+(?=\\d)");

	private static final Pattern PART = Pattern.compile("\\d+|[^\\d|]+");

	private static final String CHINESE_DIGITS = "〇一二三四五六七八九十";

	private ClassName() {
	}

	static String plain(String written) {
		String text = MARKS.matcher(CellText.halfWidth(written)).replaceAll(LEFT_OUT);
		text = TAIL.matcher(text).replaceFirst("");
		text = FILLERS.matcher(text).replaceAll(LEFT_OUT);
		text = BETWEEN_NUMBERS.matcher(text).replaceAll("|").replace(LEFT_OUT, "");
		return text.toLowerCase(Locale.ROOT);
	}

	/** Whether a text, such as a title, names the class. */
	static boolean names(String text, String className) {
		String plain = plain(className);
		if (plain.length() <= 2) {
			return false;
		}
		String all = plain(text);
		for (int at = all.indexOf(plain); at >= 0; at = all.indexOf(plain, at + 1)) {
			int end = at + plain.length();
			if ((at == 0 || !oneWord(all.charAt(at - 1), plain.charAt(0)))
					&& (end == all.length() || !oneWord(all.charAt(end - 1), all.charAt(end)))) {
				return true;
			}
		}
		return false;
	}

	/** Whether two neighbours belong to one number or code. */
	private static boolean oneWord(char one, char next) {
		return (latin(one) && latin(next)) || (CHINESE_DIGITS.indexOf(one) >= 0 && CHINESE_DIGITS.indexOf(next) >= 0);
	}

	private static boolean latin(char sign) {
		return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z');
	}

	/**
	 * Whether two that are not the same may be one class: 建筑24-03 and 建筑2403, or the same
	 * parts in another order, as 24级会计1班 and 会计24级1班. Somebody has to say so.
	 */
	static boolean alike(String one, String other) {
		List<String> mine = parts(one);
		List<String> theirs = parts(other);
		return !mine.isEmpty() && (String.join("", mine).equals(String.join("", theirs))
				|| mine.stream().sorted().toList().equals(theirs.stream().sorted().toList()));
	}

	/**
	 * The subject and the year of entry of a class, {@code 建筑 24} of 建筑2402, 建筑24-02 and
	 * 24级建筑2班; empty where the name does not say both year and class.
	 */
	static Optional<String> grade(String written) {
		List<String> parts = parts(written);
		List<String> numbers = parts.stream().filter((part) -> Character.isDigit(part.charAt(0))).toList();
		String subject = parts.stream()
			.filter((part) -> !Character.isDigit(part.charAt(0)))
			.collect(Collectors.joining());
		Optional<String> year = switch (numbers.size()) {
			case 1 -> Optional.of(numbers.get(0)).filter((number) -> number.length() >= 3).flatMap(ClassName::year);
			case 2 -> numbers.stream()
				.filter((number) -> number.length() == 2 || number.length() == 4)
				.findFirst()
				.flatMap(ClassName::year);
			default -> Optional.empty();
		};
		return subject.isEmpty() ? Optional.empty() : year.map((of) -> subject + " " + of);
	}

	/** {@code 24} of 24, 2024, 2402 and 202402; 2002 is the second class of 2020. */
	private static Optional<String> year(String number) {
		boolean century = number.startsWith("20") && number.length() >= 4 && number.charAt(2) != '0';
		String year = century ? number.substring(2, 4) : number.substring(0, 2);
		return Optional.of(year).filter((two) -> two.charAt(0) != '0');
	}

	/** Its runs of digits and of other characters. */
	private static List<String> parts(String written) {
		return PART.matcher(plain(written)).results().map(MatchResult::group).toList();
	}

	static boolean same(String one, String other) {
		return !one.isBlank() && plain(one).equals(plain(other));
	}

}
