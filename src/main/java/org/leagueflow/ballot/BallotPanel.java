package org.leagueflow.ballot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/**
 * Ballots that wait for the reader's vote, or for the reader as a teller, first of all.
 */
@Component
class BallotPanel implements HomePanel {

	private final BallotRepository rows;

	BallotPanel(BallotRepository rows) {
		this.rows = rows;
	}

	@Override
	public int order() {
		return 5;
	}

	@Override
	public String template() {
		return "ballot/panel";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		List<Ballot> vote = this.rows.waitingFor(reader.personId());
		List<Ballot> count = this.rows.countedBy(reader.personId());
		return (vote.isEmpty() && count.isEmpty()) ? Optional.empty()
				: Optional.of(Map.of("vote", vote, "count", count));
	}

}
