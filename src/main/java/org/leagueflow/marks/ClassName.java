package org.leagueflow.marks;

import java.util.Locale;
import java.util.regex.Pattern;
import org.leagueflow.sheet.CellText;

/**
 * The name of a class without what offices write differently: 建筑类2402班, 建筑2402 and
 * 建筑2402班团支部 are one class.
 */
final class ClassName {

	private static final Pattern MARKS = Pattern.compile("[\\s\\p{Z}（）()\\[\\]【】·.\\-—_/]");

	private static final Pattern TAIL = Pattern.compile("(学生)?(共青团)?(团支部|支部|团小组)$");

	/** 类, 级 and 专业 between the subject and the number, 班 behind it. */
	private static final Pattern FILLERS = Pattern.compile("(类|专业|级)(?=\\d)|(?<=\\d)(级|届)|(?<=\\d)班|班$");

	private ClassName() {
	}

	static String plain(String written) {
		String text = MARKS.matcher(CellText.halfWidth(written)).replaceAll("");
		text = TAIL.matcher(text).replaceFirst("");
		return FILLERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
	}

	/** Whether a text, such as a title, names the class. */
	static boolean names(String text, String className) {
		String plain = plain(className);
		return plain.length() > 2 && plain(text).contains(plain);
	}

	static boolean same(String one, String other) {
		return !one.isBlank() && plain(one).equals(plain(other));
	}

}
