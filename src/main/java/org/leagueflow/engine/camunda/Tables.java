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
import org.springframework.util.ConcurrentReferenceHashMap;

/** Reads decision tables, and which names they ask for. */
final class Tables {

	/**
	 * Each reading reads all editions of the standard's schema, too, so the check, the
	 * catalogue and whoever decides share one; kept while there is memory to spare.
	 */
	private static final Map<String, DmnModelInstance> MODELS = new ConcurrentReferenceHashMap<>();

	private Tables() {
	}

	/**
	 * What the file says, for reading only.
	 * @throws RuntimeException if it is not DMN
	 */
	static DmnModelInstance model(String xml) {
		return MODELS.computeIfAbsent(xml,
				(text) -> Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
	}

	/** Input names by decision id. */
	static Map<String, Set<String>> inputs(Collection<String> files) {
		Map<String, Set<String>> inputs = new LinkedHashMap<>();
		for (String xml : files) {
			for (Decision decision : model(xml).getModelElementsByType(Decision.class)) {
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
