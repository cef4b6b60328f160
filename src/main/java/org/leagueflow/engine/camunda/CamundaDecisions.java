package org.leagueflow.engine.camunda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.leagueflow.engine.Decisions;
import org.springframework.stereotype.Component;

/**
 * Evaluates the decision tables that ship with the application. A question that Java asks
 * leaves no history in the engine, so that a page can ask it, too; what was decided
 * stands in the case file and the record.
 */
@Component
class CamundaDecisions implements Decisions {

	private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();

	CamundaDecisions() {
		Folders.onClasspath()
			.values()
			.forEach((files) -> files.entrySet()
				.stream()
				.filter((file) -> file.getKey().endsWith(".dmn"))
				.forEach((file) -> read(file.getKey(), file.getValue())));
	}

	private void read(String path, String xml) {
		try {
			this.engine.parseDecisions(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
				.forEach((decision) -> this.decisions.put(decision.getKey(), decision));
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(path + ": mend the decision table: " + ex.getMessage(), ex);
		}
	}

	@Override
	public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
		DmnDecision table = this.decisions.get(decision);
		if (table == null) {
			throw new IllegalStateException("No process folder holds the decision table " + decision);
		}
		return this.engine.evaluateDecisionTable(table, new HashMap<>(inputs)).getResultList();
	}

	@Override
	public Map<String, Object> row(String decision, Map<String, ?> inputs) {
		List<Map<String, Object>> rows = rows(decision, inputs);
		if (rows.size() != 1) {
			throw new IllegalStateException(
					"Decision table " + decision + " gave " + rows.size() + " rows for " + inputs + ", one was needed");
		}
		return rows.get(0);
	}

}
