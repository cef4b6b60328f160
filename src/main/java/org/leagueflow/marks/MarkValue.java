package org.leagueflow.marks;

import java.math.BigDecimal;

/**
 * A mark that stands.
 *
 * @param item the item's key
 * @param value the points, or null where a word stands instead
 * @param word a grade (优秀) or why there are no points (缺考, 免修), or null
 * @param credit of a course, or null
 * @param max the most points of the item, or null
 * @param pass from which points on a course is passed, or null
 * @param raw the cell's text, or null where only figures were asked for
 * @param period a school year such as {@code 2023-2024}, or a calendar year
 * @param term {@code 1}, {@code 2}, {@code 3}, a month such as {@code 2023-09}, or empty
 * for the whole year
 * @param origin where it comes from, or null where only figures were asked for
 */
public record MarkValue(long markId, long personId, String item, String itemName, BigDecimal value, String word,
		BigDecimal credit, BigDecimal max, BigDecimal pass, String raw, String period, String term, MarkAttempt attempt,
		MarkOrigin origin) {

	/** Whether a course is not passed; null where nothing says so (缓考, 免修). */
	public Boolean failed() {
		if (this.value != null) {
			return this.pass != null && this.value.compareTo(this.pass) < 0;
		}
		return MarkWord.of(this.word).map(MarkWord::failed).orElse(null);
	}

	/** What the reader sees: the points, or the word. */
	public String shown() {
		return (this.value != null) ? this.value.toPlainString() : this.word;
	}

}
