package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;

/**
 * Tables that Java asks, outside the engine's walk: one that cannot answer is a fault of
 * the process, written down for administrators and told under its number, like a fault of
 * the engine while it answers.
 */
class ReportedTables implements Decisions {

	private final Decisions all;

	private final DecisionTables tables;

	private final CaseId caseId;

	private final IncidentLog incidents;

	/**
	 * @param all finds the tables of other cases
	 * @param caseId the case that is asked about, or null
	 */
	ReportedTables(Decisions all, DecisionTables tables, CaseId caseId, IncidentLog incidents) {
		this.all = all;
		this.tables = tables;
		this.caseId = caseId;
		this.incidents = incidents;
	}

	@Override
	public Decisions of(CaseId other) {
		return this.all.of(other);
	}

	@Override
	public boolean has(String decision) {
		return this.tables.has(decision);
	}

	@Override
	public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
		return told(decision, () -> this.tables.rows(decision, inputs));
	}

	@Override
	public Map<String, Object> row(String decision, Map<String, ?> inputs) {
		return told(decision, () -> this.tables.row(decision, inputs));
	}

	private <T> T told(String decision, Supplier<T> answer) {
		try {
			return answer.get();
		}
		catch (Refusal refusal) {
			throw refusal;
		}
		catch (RuntimeException ex) {
			DecisionTables.Origin origin = this.tables.origin(decision);
			String number = this.incidents.writeOnce(new EngineCalls.Step(origin.process(), null, origin.name(),
					Optional.ofNullable(this.caseId).map(CaseId::key).orElse("")), ex);
			throw new Refusal.Invalid("refusal.engine.faulty-table", origin.name(), number);
		}
	}

}
