package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/** Papers that the reader has to count as a teller, on the home page. */
@Component
class CountPanel implements HomePanel {

	private final WaitingCountService counts;

	CountPanel(WaitingCountService counts) {
		this.counts = counts;
	}

	@Override
	public int order() {
		return 6;
	}

	@Override
	public String template() {
		return "meeting/count-panel";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		List<WaitingCountService.WaitingCount> waiting = this.counts.of(reader);
		return waiting.isEmpty() ? Optional.empty() : Optional.of(Map.of("counts", waiting));
	}

}
