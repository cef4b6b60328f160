package org.leagueflow.marks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.leagueflow.kernel.ChineseNumber;

/**
 * A title that is a month: 9月, 九月份, 2023年9月扣分, 2023-09, 202309, 2023-09-01, Sep-23.
 *
 * @param year the year that the title says, or null
 * @param rest what else it says
 */
record HeadingMonth(Integer year, int number, String rest) {

	private static final Pattern WRITTEN = Pattern
		.compile("(?:(20\\d{2})\\s*[年./-])?\\s*(1[0-2]|0?[1-9])\\s*月份?\\s*(\\D*)");

	/** As a date of any length. */
	private static final Pattern DATE = Pattern.compile("(20\\d{2})[年./-]?(0[1-9]|1[0-2])(?:[./-]0?1)?()");

	private static final Pattern CHINESE = Pattern.compile("(?:(20\\d{2})\\s*年)?\\s*(十[一二]?|[一二三四五六七八九])月份?\\s*(\\D*)");

	/** As some formats of dates show it. */
	private static final Pattern ENGLISH = Pattern
		.compile("(?:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)(?:ch)?|(apr)(?:il)?|(may)|(jun)e?|(jul)y?|(aug)(?:ust)?"
				+ "|(sep)(?:t|tember)?|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)\\.?(?:[-\\s']*(?:20)?(\\d{2}))?",
				Pattern.CASE_INSENSITIVE);

	static Optional<HeadingMonth> of(String title) {
		String text = MarkText.plain(title);
		for (Pattern pattern : List.of(WRITTEN, DATE)) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.matches()) {
				return Optional
					.of(new HeadingMonth(year(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3)));
			}
		}
		Matcher chinese = CHINESE.matcher(text);
		if (chinese.matches()) {
			return Optional.of(new HeadingMonth(year(chinese.group(1)),
					ChineseNumber.parse(chinese.group(2)).orElseThrow().intValueExact(), chinese.group(3)));
		}
		Matcher english = ENGLISH.matcher(text);
		if (!english.matches()) {
			return Optional.empty();
		}
		int month = IntStream.rangeClosed(1, 12)
			.filter((group) -> english.group(group) != null)
			.findFirst()
			.orElseThrow();
		String year = english.group(13);
		return Optional.of(new HeadingMonth((year != null) ? 2000 + Integer.parseInt(year) : null, month, ""));
	}

	private static Integer year(String digits) {
		return (digits != null) ? Integer.valueOf(digits) : null;
	}

	/** The month; without a year, the one of the school year: September comes first. */
	String term(MarkPeriod schoolYear) {
		return (this.year != null) ? "%d-%02d".formatted(this.year, this.number)
				: schoolYear.month(this.number).map(MarkPeriod::term).orElse("");
	}

}
