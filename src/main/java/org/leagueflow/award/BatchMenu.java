package org.leagueflow.award;

import java.util.Set;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The awards' place in the menu. */
@Configuration(proxyBeanMethods = false)
class BatchMenu {

	@Bean
	MenuEntry awardMenuEntry() {
		return new MenuEntry("award", "/awards", "award", Set.of(), 55);
	}

}
