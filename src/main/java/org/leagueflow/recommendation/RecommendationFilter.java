package org.leagueflow.recommendation;

import java.time.YearMonth;

/**
 * What a committee wants to see of the recommendations below; a null leaves it open.
 *
 * @param term the first month of the period in which they began; null means the running
 * one
 * @param unit only branches at or below this unit
 * @param line the line's code
 * @param step how far they have come
 * @param attention only those late with feedback, or that lapse soon
 * @param page the page, from 0
 */
record RecommendationFilter(YearMonth term, Long unit, String line, RecommendationStep step, Attention attention,
		Integer page) {

	/** What the committee has to look after. */
	enum Attention {

		FEEDBACK_LATE, LAPSES_SOON

	}

	int from() {
		return (this.page != null) ? Math.max(0, this.page) : 0;
	}

	Line onLine() {
		return (this.line != null) ? Line.of(this.line).orElse(null) : null;
	}

	/** The query of another page of the same; public because pages ask for it. */
	public String link(int other) {
		return "?term=" + text(this.term) + "&unit=" + text(this.unit) + "&line=" + text(this.line) + "&step="
				+ text(this.step) + "&attention=" + text(this.attention) + "&page=" + other;
	}

	private static String text(Object value) {
		return (value != null) ? value.toString() : "";
	}

}
