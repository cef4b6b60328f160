package org.leagueflow.award;

import java.util.Set;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the definitions of awards into the menu of offices. */
@Configuration(proxyBeanMethods = false)
class AwardMenu {

	@Bean
	MenuEntry awardDefinitionsEntry() {
		return new MenuEntry("awardDefinitions", "/awards/definitions", "trophy",
				Set.of(Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH),
				56);
	}

}
