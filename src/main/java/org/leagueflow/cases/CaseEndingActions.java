package org.leagueflow.cases;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers withdrawal and departure on the page of every case whose diagram draws them. */
@Configuration(proxyBeanMethods = false)
class CaseEndingActions {

	@Bean
	CaseAction withdrawCase(CaseEndingService endings) {
		return (card, by) -> offer(endings.offersWithdrawal(card, by), "withdraw", card, "arrow-counterclockwise");
	}

	@Bean
	CaseAction departCase(CaseEndingService endings) {
		return (card, by) -> offer(endings.offersDeparture(card, by), "depart", card, "person-dash");
	}

	private static Optional<CaseAction.Link> offer(boolean offered, String action, CaseCard card, String icon) {
		return offered
				? Optional.of(new CaseAction.Link("cases.action." + action, "/cases/" + card.id() + "/" + action, icon))
				: Optional.empty();
	}

}
