package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	private static final Path PICTURE = Path.of("src/docs/modules.md");

	private final ApplicationModules modules = ApplicationModules.of(LeagueFlow.class);

	/**
	 * A violation names the type that reaches too far: use the other module's public API,
	 * or add the module to {@code allowedDependencies} in {@code package-info.java} when
	 * the dependency is meant and closes no circle.
	 */
	@Test
	void everyModuleKeepsToItsAllowedDependencies() {
		this.modules.verify();
	}

	@Test
	void thePictureOfTheModulesShowsTheCode() throws IOException {
		String drawn = ModulePicture.of(this.modules);
		if (Boolean.getBoolean("leagueflow.write-modules")) {
			Files.writeString(PICTURE, drawn);
		}
		assertThat(Files.readString(PICTURE))
			.as("%s is not what the code says; write it anew with -Dleagueflow.write-modules=true", PICTURE)
			.isEqualTo(drawn);
	}

}
