package org.leagueflow.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Evaluates the decision tables that ship with the application, or for a running case
 * those of its edition; what was read once for a version is kept, because a version never
 * changes.
 */
@Component
class CamundaDecisions implements Decisions {

	private final DeployedCatalogue catalogue;

	private final IncidentLog incidents;

	/** Read with the first question: a start asks none. */
	private volatile Supplier<DecisionTables> shipped;

	private final Map<List<String>, DecisionTables> editions = new ConcurrentHashMap<>();

	CamundaDecisions(DeployedCatalogue catalogue, IncidentLog incidents) {
		this.catalogue = catalogue;
		this.incidents = incidents;
		serve(Folders.onClasspath());
	}

	/** The folders whose tables answer from now on, where no running case has its own. */
	void serve(Map<String, Map<String, String>> folders) {
		Map<String, String> files = new HashMap<>();
		folders.values().forEach(files::putAll);
		this.shipped = SingletonSupplier.of(() -> new DecisionTables(files, null));
		this.editions.clear();
	}

	@Override
	public Decisions of(CaseId caseId) {
		List<String> versions = this.catalogue.versionsOf(caseId);
		return versions.isEmpty() ? this : new ReportedTables(this, tables(versions), caseId, this.incidents);
	}

	/** The tables of the first version, and where it has none those of the next. */
	private DecisionTables tables(List<String> versions) {
		return this.editions.computeIfAbsent(versions, (key) -> {
			DecisionTables tables = this.shipped.get();
			for (int i = key.size() - 1; i >= 0; i--) {
				tables = new DecisionTables(this.catalogue.files(key.get(i)), tables);
			}
			return tables;
		});
	}

	@Override
	public boolean has(String decision) {
		return this.shipped.get().has(decision);
	}

	@Override
	public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
		return shipped().rows(decision, inputs);
	}

	@Override
	public Map<String, Object> row(String decision, Map<String, ?> inputs) {
		return shipped().row(decision, inputs);
	}

	private Decisions shipped() {
		return new ReportedTables(this, this.shipped.get(), null, this.incidents);
	}

}
