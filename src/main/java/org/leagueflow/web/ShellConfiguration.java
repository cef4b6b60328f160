package org.leagueflow.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of the shell itself. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

	@Bean
	MenuEntry homeMenuEntry() {
		return new MenuEntry("home", "/", "house", Set.of(), 0);
	}

}
