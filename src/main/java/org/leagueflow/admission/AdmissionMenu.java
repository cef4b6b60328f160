package org.leagueflow.admission;

import java.util.Set;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Admission's place in the menu. */
@Configuration(proxyBeanMethods = false)
class AdmissionMenu {

	@Bean
	MenuEntry reviewsMenu() {
		return new MenuEntry("reviews", "/admission/reviews", "clipboard-check", Offices.COMMITTEES, 56);
	}

	@Bean
	MenuEntry ceremoniesMenu() {
		return new MenuEntry("ceremonies", "/admission/ceremonies", "flag",
				Set.of(Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH), 55);
	}

}
