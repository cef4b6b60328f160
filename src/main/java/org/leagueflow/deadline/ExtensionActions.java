package org.leagueflow.deadline;

import org.leagueflow.cases.CaseAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers more time on the page of a case to whoever may grant it. */
@Configuration(proxyBeanMethods = false)
class ExtensionActions {

	@Bean
	CaseAction extendDeadline(ExtensionService extensions) {
		return (card, by) -> extensions.offered(card, by)
			.stream()
			.findFirst()
			.map((kind) -> new CaseAction.Link("deadline.action.extend",
					"/cases/" + card.id() + "/extend?deadline=" + kind, "calendar-plus"));
	}

}
