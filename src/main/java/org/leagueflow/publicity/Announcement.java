package org.leagueflow.publicity;

import java.util.List;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Subject;

/**
 * What a public notice says.
 *
 * @param unitId the unit that announces and to which people turn
 * @param subjects whom or what it is about, in the order in which they stand on it
 * @param text the words, by key, or a unit's own in their place; written in Chinese when
 * it opens and kept so
 * @param policyKey the rule that says how many working days it lasts at least
 * @param workdays how many the process itself asks for; 0 where it leaves that to the
 * rule
 */
public record Announcement(long unitId, List<Subject> subjects, Message text, String policyKey, int workdays) {

	/** For as long as the rule says. */
	public Announcement(long unitId, List<Subject> subjects, Message text, String policyKey) {
		this(unitId, subjects, text, policyKey, 0);
	}

}
