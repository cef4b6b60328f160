package org.leagueflow.marks;

import java.util.Set;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts marks into the menu. */
@Configuration(proxyBeanMethods = false)
class MarksMenu {

	@Bean
	MenuEntry marksEntry() {
		return new MenuEntry("marks", "/marks", "file-earmark-spreadsheet", Set.of(), true, 310);
	}

}
