package org.leagueflow.meeting;

import java.util.Set;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts meetings into the menu. */
@Configuration(proxyBeanMethods = false)
class MeetingPagesConfiguration {

	@Bean
	MenuEntry meetingsMenuEntry() {
		return new MenuEntry("meetings", "/meetings", "calendar-event", Set.of(), 40);
	}

}
