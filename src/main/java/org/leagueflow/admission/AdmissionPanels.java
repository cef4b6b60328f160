package org.leagueflow.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.CaseState;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.Offices;
import org.leagueflow.requirement.Requirement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows the "why not yet" table while somebody is observed or appraised, and the
 * objections to whoever looks into them.
 */
@Component
@Order(10)
class AdmissionPanels implements CasePanel {

	private static final Set<String> GATED = Set.of("cultivate", "receiveTransfer", "evaluate", "consent", "preReview",
			"correct");

	private static final Set<String> OBJECTED = Set.of("investigate", "investigateActivist");

	private final ObservationService observation;

	private final AppraisalService appraisal;

	private final Offices offices;

	AdmissionPanels(ObservationService observation, AppraisalService appraisal, Offices offices) {
		this.observation = observation;
		this.appraisal = appraisal;
		this.offices = offices;
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		if (!card.process().equals("admission") || card.state() != CaseState.OPEN) {
			return Optional.empty();
		}
		if (box != null && OBJECTED.contains(box)) {
			return objections(card, by);
		}
		boolean gated = (box != null) ? GATED.contains(box) : "observe".equals(card.stage());
		List<Requirement> requirements = gated ? this.observation.requirements(card.id()) : List.of();
		return requirements.isEmpty() ? Optional.empty()
				: Optional.of(new Panel("requirement/panel", "panel", Map.of("requirements", requirements, "person",
						card.subjectPersonId(), "books", !"receiveTransfer".equals(box))));
	}

	/**
	 * Who objected is for those who settle it, whoever else may read the case (the
	 * subject above all).
	 */
	private Optional<Panel> objections(CaseCard card, Actor by) {
		boolean settles = by.personId() != card.subjectPersonId() && this.offices.approves(by, card.unitId());
		return settles ? Optional.of(new Panel("admission/panels", "objections",
				Map.of("objections", this.appraisal.openObjections(card.id())))) : Optional.empty();
	}

}
