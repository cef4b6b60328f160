package org.leagueflow.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.leagueflow.engine.Decisions;
import org.springframework.stereotype.Component;

/** Evaluates decision tables in Camunda's DMN engine. */
@Component
class CamundaDecisions implements Decisions {

	private final DecisionService decisions;

	CamundaDecisions(DecisionService decisions) {
		this.decisions = decisions;
	}

	@Override
	public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
		return this.decisions.evaluateDecisionTableByKey(decision, new HashMap<>(inputs)).getResultList();
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
