package org.leagueflow.notification;

import java.util.List;
import org.leagueflow.kernel.CaseId;

/**
 * Tells people what became of a case, and writes into its timeline that they were told.
 */
public interface CaseNotifications {

	/**
	 * Tells these recipients; the timeline has one line for all of them, which they may
	 * read.
	 * @param key of the message; its first arguments are the name of the person whom the
	 * case is about and the number of the case
	 */
	void tell(CaseId caseId, List<Recipient> to, String key, Object... args);

	default void tell(CaseId caseId, Recipient to, String key, Object... args) {
		tell(caseId, List.of(to), key, args);
	}

}
