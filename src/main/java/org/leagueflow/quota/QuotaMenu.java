package org.leagueflow.quota;

import java.util.Set;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the number pool into the menu. */
@Configuration(proxyBeanMethods = false)
class QuotaMenu {

	@Bean
	MenuEntry quotaEntry() {
		return new MenuEntry("quota", "/quota", "123",
				Set.of(Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH),
				400);
	}

}
