package org.leagueflow.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Json;

/** What can be chosen in a field: values and their labels. */
class Options {

	private final Feel feel;

	private final Map<String, Object> names;

	Options(Feel feel, Map<String, Object> names) {
		this.feel = feel;
		this.names = names;
	}

	/** Value to label, in the order shown; empty for fields without options. */
	Map<Object, String> of(FormField field) {
		Map<Object, String> options = new LinkedHashMap<>();
		if (field.type().options()) {
			source(field).forEach((option) -> add(options, option));
		}
		return options;
	}

	private Collection<?> source(FormField field) {
		JsonNode definition = field.definition();
		if (definition.hasNonNull("valuesExpression")) {
			return list(this.feel.evaluate(definition.get("valuesExpression").asText(), this.names));
		}
		if (definition.hasNonNull("valuesKey")) {
			return list(NestedValues.get(this.names, List.of(definition.get("valuesKey").asText().split("\\."))));
		}
		return Json.convert(definition.path("values"), List.class);
	}

	private static Collection<?> list(Object value) {
		return (value instanceof Collection<?> some) ? some : List.of();
	}

	private static void add(Map<Object, String> options, Object option) {
		if (option instanceof Map<?, ?> named) {
			options.put(same(named.get("value")), String.valueOf(named.get("label")));
		}
		else if (option != null) {
			options.put(same(option), option.toString());
		}
	}

	/** Whole numbers are one value, whichever type carries them. */
	static Object same(Object value) {
		return (value instanceof Integer || value instanceof Short) ? (Object) ((Number) value).longValue() : value;
	}

}
