package org.leagueflow.ledger;

import java.util.Set;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts hours and credits into the menu. */
@Configuration(proxyBeanMethods = false)
class LedgerMenu {

	@Bean
	MenuEntry ledgerEntry() {
		return new MenuEntry("ledger", "/ledger", "journal-check", Set.of(), 300);
	}

}
