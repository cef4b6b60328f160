package org.leagueflow.calendar;

import java.util.Set;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the calendar into the menu. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {

	@Bean
	MenuEntry calendarEntry() {
		return new MenuEntry("calendar", "/admin/calendar", "calendar3", Set.of(Roles.ADMIN), 830);
	}

}
