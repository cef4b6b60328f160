package org.leagueflow.admission;

import java.util.Optional;
import org.leagueflow.cases.CaseAction;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseState;
import org.leagueflow.people.Offices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What may be done with an application beside its tasks, each offered to those who may do
 * it.
 */
@Configuration(proxyBeanMethods = false)
class AdmissionActions {

	@Bean
	CaseAction transferAdmission(Offices offices, ObservationService observation) {
		return (card, by) -> offer(
				running(card) && offices.keeps(by, card.unitPath()) && observation.transferable(card), "transfer", card,
				"box-arrow-right");
	}

	@Bean
	CaseAction chooseOtherIntroducers(Offices offices, IntroducerService introducers) {
		return (card, by) -> offer(running(card) && offices.keeps(by, card.unitPath()) && introducers.open(card),
				"introducers", card, "people");
	}

	private static Optional<CaseAction.Link> offer(boolean offered, String action, CaseCard card, String icon) {
		return offered ? Optional
			.of(new CaseAction.Link("admission.action." + action, "/admission/" + card.id() + "/" + action, icon))
				: Optional.empty();
	}

	private static boolean running(CaseCard card) {
		return card.process().equals("admission") && card.state() == CaseState.OPEN;
	}

}
