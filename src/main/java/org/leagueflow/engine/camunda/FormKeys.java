package org.leagueflow.engine.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.leagueflow.kernel.Json;

/** Reads which keys a form supplies. */
final class FormKeys {

	private FormKeys() {
	}

	static Set<String> of(String schema) {
		Set<String> keys = new LinkedHashSet<>();
		collect(Json.read(schema).path("components"), keys);
		return keys;
	}

	private static void collect(JsonNode components, Set<String> keys) {
		for (JsonNode component : components) {
			if (component.hasNonNull("key")) {
				keys.add(component.get("key").asText());
			}
			collect(component.path("components"), keys);
		}
	}

}
