package org.leagueflow.requirement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of persons which conditions they meet and what they lack. */
public interface Requirements {

	/** Every condition of the set that holds for the person's unit, met or not. */
	List<Requirement> of(RequirementSet set, Asked asked, LocalDate day);

	/**
	 * The same for many persons, of different units perhaps, by a fixed number of SQL
	 * statements; in the order in which they are asked for.
	 */
	Map<Long, List<Requirement>> ofAll(RequirementSet set, Collection<Asked> asked, LocalDate day);

	/** The names of all facts that conditions may look at, in order. */
	Set<String> facts();

}
