package org.leagueflow.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.CaseState;
import org.leagueflow.kernel.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows on an application when and where its ceremony is planned. */
@Component
@Order(25)
class CaseCeremony implements CasePanel {

	private final Ceremonies ceremonies;

	CaseCeremony(Ceremonies ceremonies) {
		this.ceremonies = ceremonies;
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		if (!card.process().equals("admission") || card.state() != CaseState.OPEN) {
			return Optional.empty();
		}
		List<Ceremony> planned = this.ceremonies.plannedFor(card.id().value());
		return planned.isEmpty() ? Optional.empty()
				: Optional.of(new Panel("admission/panels", "ceremony", Map.of("planned", planned)));
	}

}
