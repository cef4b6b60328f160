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

	/** Pages beyond it hold nothing. */
	private static final int MAX_PAGE = 100_000;

	/** What the committee has to look after. */
	enum Attention {

		FEEDBACK_LATE, LAPSES_SOON

	}

	/** Whether a period is asked for that there can be. */
	boolean known() {
		return this.term != null && this.term.getYear() >= 2000 && this.term.getYear() < 2100;
	}

	int from() {
		return (this.page != null) ? Math.min(Math.max(0, this.page), MAX_PAGE) : 0;
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
