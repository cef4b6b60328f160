package org.leagueflow.people;

import java.util.Set;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages about people stand in the menu. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {

	@Bean
	MenuEntry membersMenuEntry() {
		return new MenuEntry("members", "/members", "people", Set.copyOf(Posts.ALL), 60);
	}

	@Bean
	MenuEntry adminMenuEntry() {
		return new MenuEntry("admin", "/admin", "gear",
				Set.of(Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE), 90);
	}

}
