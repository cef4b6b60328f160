package org.leagueflow.publicity;

import java.util.Set;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts notices into the menu, for everybody and for those who settle objections. */
@Configuration(proxyBeanMethods = false)
class PublicityMenu {

	@Bean
	MenuEntry noticesEntry() {
		return new MenuEntry("notices", "/notices", "megaphone", Set.of(), 250);
	}

	@Bean
	MenuEntry publicityEntry() {
		return new MenuEntry("publicity", "/publicity", "chat-left-text",
				Set.of(Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH, Roles.COUNTY_COMMITTEE),
				260);
	}

}
