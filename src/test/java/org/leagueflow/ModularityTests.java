package org.leagueflow;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	/**
	 * A violation names the type that reaches too far: use the other module's public API,
	 * or add the module to {@code allowedDependencies} in {@code package-info.java} when
	 * the dependency is meant and closes no circle.
	 */
	@Test
	void everyModuleKeepsToItsAllowedDependencies() {
		ApplicationModules.of(LeagueFlow.class).verify();
	}

}
