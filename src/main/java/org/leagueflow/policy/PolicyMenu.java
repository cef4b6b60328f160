package org.leagueflow.policy;

import java.util.Set;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rule settings into the menu. */
@Configuration(proxyBeanMethods = false)
class PolicyMenu {

	@Bean
	MenuEntry policyEntry() {
		return new MenuEntry("policies", "/admin/policies", "sliders",
				Set.of(Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE), 820);
	}

}
