package org.leagueflow.recommendation;

import java.util.Set;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The party recommendation's place in the menu. */
@Configuration(proxyBeanMethods = false)
class RecommendationMenu {

	@Bean
	MenuEntry recommendationMenuEntry() {
		return new MenuEntry("recommendation", "/recommendation", "star", Set.of(), 54);
	}

}
