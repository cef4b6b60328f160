package org.leagueflow.notification;

/** Who hears of something that became of a case. */
public sealed interface Recipient {

	/** The person whom the case is about. */
	static Recipient subject() {
		return new Subject();
	}

	/** Whoever holds this role of the case, such as the mentors. */
	static Recipient part(String role) {
		return new Part(role);
	}

	/** Whoever holds the post at the case's unit, or at the nearest above it. */
	static Recipient post(String role) {
		return new AtUnit(role);
	}

	/** Whoever holds the post at this unit. */
	static Recipient post(String role, long unitId) {
		return new Holders(role, unitId, null);
	}

	/** The same, who open another page than the case's. */
	static Recipient post(String role, long unitId, String link) {
		return new Holders(role, unitId, link);
	}

	/**
	 * @see Recipient#subject()
	 */
	record Subject() implements Recipient {
	}

	/**
	 * @see Recipient#part(String)
	 */
	record Part(String role) implements Recipient {
	}

	/**
	 * @see Recipient#post(String)
	 */
	record AtUnit(String role) implements Recipient {
	}

	/**
	 * @see Recipient#post(String, long, String)
	 */
	record Holders(String role, long unitId, String link) implements Recipient {
	}

}
