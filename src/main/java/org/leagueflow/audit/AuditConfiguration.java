package org.leagueflow.audit;

import java.util.Set;
import org.leagueflow.kernel.KeyHolder;
import org.leagueflow.kernel.KeyWitness;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the sealer look again and again, and puts the auditor's pages into the menu. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditConfiguration {

	@Bean
	MenuEntry auditMenu() {
		return new MenuEntry("audit", "/audit", "shield-check", Set.of("auditor"), 80);
	}

	/** The level above, which notes checkpoints, reads nothing else of the record. */
	@Bean
	MenuEntry checkpointMenu() {
		return new MenuEntry("checkpoints", "/audit/checkpoints", "patch-check",
				Set.of(Roles.COUNTY_COMMITTEE, Roles.LEAGUE_SECRETARY), 800);
	}

	@Bean
	KeyHolder auditKeyHolder(AuditKey key) {
		return new KeyHolder(KeyWitness.AUDIT, key.id(), key.source());
	}

}
