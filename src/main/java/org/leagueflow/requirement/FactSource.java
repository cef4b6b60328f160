package org.leagueflow.requirement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows facts about persons that conditions look at. A module offers the facts of the
 * data that it keeps.
 */
public interface FactSource {

	/** The names of its facts: its module, a dot and a word. */
	Set<String> facts();

	/**
	 * Those of them whose amount needs more words than a number, filled with the amount
	 * and the value's words: {@code requirement.have.<fact>}.
	 */
	default Set<String> explained() {
		return Set.of();
	}

	/**
	 * What is on record, by condition and person. No value means that nothing is on
	 * record, which meets no condition. The number of SQL statements does not depend on
	 * the number of persons.
	 * @param conditions those that look at facts of this source
	 * @param day the day on which the conditions are asked
	 */
	Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked, LocalDate day);

}
