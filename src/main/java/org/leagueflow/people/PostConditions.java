package org.leagueflow.people;

/**
 * SQL conditions on appointments, for queries that join them with tables of another
 * module.
 */
public final class PostConditions {

	/**
	 * A post of {@code appointment a} is held on the day {@code :today}: from its first
	 * day to its last, unless it was ended.
	 */
	public static final String HELD = " a.ended_at IS NULL AND a.from_date <= :today"
			+ " AND (a.to_date IS NULL OR a.to_date >= :today) ";

	private PostConditions() {
	}

}
