package org.leagueflow.engine.camunda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
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

	/**
	 * Every name that one of these decisions, or another of its file, asks for.
	 * @param files contents of decision files
	 */
	static Set<String> names(Collection<String> files, Set<String> decisions) {
		Set<String> names = new LinkedHashSet<>();
		for (String xml : files) {
			Collection<Decision> all = model(xml).getModelElementsByType(Decision.class);
			if (all.stream().anyMatch((decision) -> decisions.contains(decision.getId()))) {
				model(xml).getModelElementsByType(InputExpression.class)
					.forEach((input) -> add(names, input.getText(), false));
				model(xml).getModelElementsByType(InputEntry.class).forEach((cell) -> add(names, cell.getText(), true));
				model(xml).getModelElementsByType(OutputEntry.class)
					.forEach((cell) -> add(names, cell.getText(), false));
			}
		}
		return names;
	}

	private static void add(Set<String> names, Text text, boolean tests) {
		String words = (text != null) ? text.getTextContent().strip() : "";
		if (!words.isEmpty() && !words.equals("-")) {
			names.addAll((tests ? FeelReader.tests(words) : FeelReader.expression(words)).names());
		}
	}

}
