package org.leagueflow.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.CaseState;
import org.leagueflow.kernel.Actor;
import org.leagueflow.requirement.Requirement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the "why not yet" table while somebody is observed or appraised. */
@Component
@Order(10)
class AdmissionPanels implements CasePanel {

	private static final Set<String> GATED = Set.of("cultivate", "receiveTransfer", "evaluate", "consent", "preReview",
			"correct");

	private final ObservationService observation;

	AdmissionPanels(ObservationService observation) {
		this.observation = observation;
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		if (!card.process().equals("admission") || card.state() != CaseState.OPEN) {
			return Optional.empty();
		}
		boolean gated = (box != null) ? GATED.contains(box) : "observe".equals(card.stage());
		List<Requirement> requirements = gated ? this.observation.requirements(card.id()) : List.of();
		return requirements.isEmpty() ? Optional.empty()
				: Optional.of(new Panel("requirement/panel", "panel", Map.of("requirements", requirements, "person",
						card.subjectPersonId(), "books", !"receiveTransfer".equals(box))));
	}

}
