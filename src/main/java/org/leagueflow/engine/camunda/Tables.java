package org.leagueflow.engine.camunda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;

/** Reads which names decision tables ask for. */
final class Tables {

	private Tables() {
	}

	/** Input names by decision id. */
	static Map<String, Set<String>> inputs(Collection<String> files) {
		Map<String, Set<String>> inputs = new LinkedHashMap<>();
		for (String xml : files) {
			DmnModelInstance model = Dmn
				.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
			for (Decision decision : model.getModelElementsByType(Decision.class)) {
				inputs.put(decision.getId(), names(decision));
			}
		}
		return inputs;
	}

	private static Set<String> names(Decision decision) {
		Set<String> names = new LinkedHashSet<>();
		decision.getModelInstance().getModelElementsByType(InputExpression.class).forEach((input) -> {
			if (input.getText() != null) {
				names.addAll(Expressions.names(input.getText().getTextContent()));
			}
		});
		return names;
	}

}
