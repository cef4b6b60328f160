package org.leagueflow.notification;

import org.leagueflow.kernel.Message;

/**
 * Tells people something once the current transaction has committed; nothing is told when
 * it rolls back.
 */
public interface Notifications {

	/**
	 * Tells one person.
	 * @param link a path of this application that the person should open, or null
	 */
	void tell(long personId, Message words, String link);

	/** Tells everybody who holds the role at the unit today. */
	void tellRole(String role, long unitId, Message words, String link);

}
