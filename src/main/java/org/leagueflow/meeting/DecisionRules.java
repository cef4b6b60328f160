package org.leagueflow.meeting;

import java.util.Optional;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.VotingRule;

/** By which rule a unit decides a matter that is listed today. */
public interface DecisionRules {

	/**
	 * @throws org.leagueflow.kernel.Refusal.Invalid when no table knows the matter
	 */
	VotingRule of(String matter, long unitId);

	/** How many may be chosen at most, or empty when there is no limit. */
	default Optional<Cap> cap(String matter, long unitId) {
		return Optional.ofNullable(of(matter, unitId).cap());
	}

}
