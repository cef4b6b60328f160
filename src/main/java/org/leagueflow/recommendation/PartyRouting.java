package org.leagueflow.recommendation;

import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Component;

/**
 * What the Party branch has to answer waits for its liaison. Where it has none it waits
 * with the League committee, which may enter what came on paper when policy lets it.
 */
@Component
class PartyRouting implements TaskRouting {

	private final Recommendations recommendations;

	PartyRouting(Recommendations recommendations) {
		this.recommendations = recommendations;
	}

	@Override
	public Optional<Seat> seat(Task task, CaseCard card) {
		return (card.process().equals("recommendation") && Roles.PARTY_LIAISON.equals(task.role()))
				? this.recommendations.findByCaseId(card.id().value())
					.map(Recommendation::partyId)
					.map((party) -> new Seat(Roles.PARTY_LIAISON, party))
				: Optional.empty();
	}

}
