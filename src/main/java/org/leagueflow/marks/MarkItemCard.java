package org.leagueflow.marks;

import java.math.BigDecimal;

/**
 * What persons are marked in.
 *
 * @param key its name within the school, such as {@code GX001} or {@code 思想品德}
 * @param low the least points, or null
 * @param high the most points, or null
 * @param pass from which points on a course is passed, or null
 */
public record MarkItemCard(long id, String key, String name, Category category, BigDecimal low, BigDecimal high,
		BigDecimal pass) {

	/** An item of an assessment, from 0 to the maximum. */
	public static MarkItemCard score(String key, String name, BigDecimal high) {
		return new MarkItemCard(0, key, name, Category.SCORE, BigDecimal.ZERO, high, null);
	}

	/** A course of the registry: 0 to 100, passed with 60. */
	public static MarkItemCard course(String key, String name) {
		return new MarkItemCard(0, key, name, Category.COURSE, BigDecimal.ZERO, BigDecimal.valueOf(100),
				BigDecimal.valueOf(60));
	}

	boolean course() {
		return this.category == Category.COURSE;
	}

	/** Whether the points lie within the range. */
	public boolean covers(BigDecimal points) {
		return (this.low == null || points.compareTo(this.low) >= 0)
				&& (this.high == null || points.compareTo(this.high) <= 0);
	}

	/** Courses come from the registry, scores from assessments. */
	public enum Category {

		COURSE, SCORE

	}

}
