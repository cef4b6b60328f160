package org.leagueflow.forms;

import java.util.List;
import java.util.stream.Stream;

/** Finds the FEEL expressions of a field. */
final class FieldExpressions {

	private FieldExpressions() {
	}

	static List<String> of(FormField field) {
		Stream<String> rules = Stream.of("min", "max", "minLength", "maxLength")
			.map((name) -> field.rule(name).asText(""));
		Stream<String> own = Stream.of("expression", "valuesExpression", "readonly").map(field::text);
		return Stream.of(field.hiddenWhen().stream(), rules, own)
			.flatMap((some) -> some)
			.filter((text) -> text.startsWith("="))
			.toList();
	}

}
