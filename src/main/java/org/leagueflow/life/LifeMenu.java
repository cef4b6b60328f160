package org.leagueflow.life;

import java.util.Set;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts organisational life into the menu. */
@Configuration(proxyBeanMethods = false)
class LifeMenu {

	@Bean
	MenuEntry lifeEntry() {
		return new MenuEntry("life", "/life", "calendar2-check", Set.of(), 45);
	}

}
