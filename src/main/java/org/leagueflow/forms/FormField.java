package org.leagueflow.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One question of a form, or a value that the form computes.
 *
 * @param id the component's id, or null
 * @param key where its answer stands in the answers; a dot steps into a nested map
 * @param type the component
 * @param label what people read; the key where there is none
 * @param hiddenWhen FEEL conditions of its own and of the groups around it, any of which
 * hides it
 * @param definition the component as written
 */
public record FormField(String id, String key, FieldType type, String label, List<String> hiddenWhen,
		JsonNode definition) {

	/** The steps from the answers' root to this answer. */
	public List<String> path() {
		return List.of(this.key.split("\\."));
	}

	public boolean required() {
		return rule("required").asBoolean();
	}

	public boolean disabled() {
		return this.definition.path("disabled").asBoolean();
	}

	/** {@code true}, {@code false} or a FEEL expression. */
	public JsonNode readOnly() {
		return this.definition.path("readonly");
	}

	/** Who else may read its answer. */
	public Readers readers() {
		JsonNode readers = this.definition.path("properties").path("readers");
		return Readers.parse(readers.isTextual() ? readers.asText() : null);
	}

	/** What the schema demands under this name, or a missing node. */
	JsonNode rule(String name) {
		return this.definition.path("validate").path(name);
	}

	/** A property of ours in form-js' place for extensions, or null. */
	String property(String name) {
		return this.definition.path("properties").path(name).asText(null);
	}

	String text(String name) {
		return this.definition.path(name).asText("");
	}

}
