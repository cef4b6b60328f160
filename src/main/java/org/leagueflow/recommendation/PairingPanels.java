package org.leagueflow.recommendation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.Cases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pairings of whoever is recommended, beside the recommendation. */
@Configuration(proxyBeanMethods = false)
class PairingPanels {

	/** For those who work on the case, and for the person. */
	@Bean
	@Order(13)
	CasePanel recommendationPairingPanel(PairingService pairings, Cases cases) {
		return (card, box, by) -> {
			if (!"recommendation".equals(card.process())
					|| card.subjectPersonId() != by.personId() && !cases.worksOn(card.id(), by)) {
				return Optional.empty();
			}
			List<PairingView> about = pairings.about(card.subjectPersonId());
			return about.isEmpty() ? Optional.empty() : Optional
				.of(new CasePanel.Panel("recommendation/pairing-parts", "panel", Map.of("pairings", about)));
		};
	}

}
