package org.leagueflow.plan;

import java.util.Set;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plans' place in the menu. */
@Configuration(proxyBeanMethods = false)
class PlanMenu {

	@Bean
	MenuEntry planMenuEntry() {
		return new MenuEntry("plan", "/plan", "kanban", Set.of(), 57);
	}

}
