package org.leagueflow.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;

/** The files of a deployment, as text by path. */
final class Resources {

	private Resources() {
	}

	static Map<String, String> of(RepositoryService repository, String deployment) {
		Map<String, String> files = new HashMap<>();
		for (String name : repository.getDeploymentResourceNames(deployment)) {
			try (InputStream in = repository.getResourceAsStream(deployment, name)) {
				files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return files;
	}

}
