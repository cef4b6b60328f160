package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.kernel.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows on a case what meetings resolved on it. */
@Component
@Order(30)
class CaseResolutions implements CasePanel {

	private final Agenda agenda;

	CaseResolutions(Agenda agenda) {
		this.agenda = agenda;
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		List<ResolutionCard> resolutions = this.agenda.resolutions(card.id());
		return resolutions.isEmpty() ? Optional.empty()
				: Optional.of(new Panel("meeting/case", "resolutions", Map.of("resolutions", resolutions)));
	}

}
