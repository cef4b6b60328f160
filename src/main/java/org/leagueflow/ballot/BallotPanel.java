package org.leagueflow.ballot;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/**
 * Ballots that wait for the reader's vote, or for the reader as a teller, first of all.
 */
@Component
class BallotPanel implements HomePanel {

	private final BallotRows rows;

	BallotPanel(BallotRows rows) {
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
	public boolean shownTo(Actor reader) {
		return !vote(reader).isEmpty() || !count(reader).isEmpty();
	}

	@Override
	public Map<String, Object> model(Actor reader) {
		return Map.of("vote", vote(reader), "count", count(reader));
	}

	private List<Ballot> vote(Actor reader) {
		return this.rows.waitingFor(reader.personId());
	}

	private List<Ballot> count(Actor reader) {
		return this.rows.countedBy(reader.personId());
	}

}
