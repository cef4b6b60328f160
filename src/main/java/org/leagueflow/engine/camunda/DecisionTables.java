package org.leagueflow.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.CaseId;

/**
 * The decision tables among some files. A question that Java asks leaves no history in
 * the engine, so that a page can ask it, too; what was decided stands in the case file
 * and the record.
 */
class DecisionTables implements Decisions {

	private static final DmnEngine ENGINE = CachingFeelEngine.settings().buildEngine();

	private final Map<String, DmnDecision> tables = new HashMap<>();

	private final Map<String, Origin> origins = new HashMap<>();

	/** The names that a table's columns ask for, read at its first question. */
	private final Map<String, List<String>> asked = new ConcurrentHashMap<>();

	/** Files that are no tables, and why; told to who asks one that nobody has. */
	private final Map<String, RuntimeException> unreadable = new TreeMap<>();

	private final DecisionTables others;

	/**
	 * @param files by path; those that are no tables are left out
	 * @param others who answers for tables that are not among them, or null
	 */
	DecisionTables(Map<String, String> files, DecisionTables others) {
		this.others = others;
		files.forEach((path, xml) -> {
			if (path.endsWith(".dmn")) {
				read(path, xml);
			}
		});
	}

	private void read(String path, String xml) {
		try {
			ENGINE.parseDecisions(Tables.model(xml)).forEach((decision) -> {
				this.tables.put(decision.getKey(), decision);
				this.origins.put(decision.getKey(), new Origin(Folders.process(path), decision.getName()));
			});
		}
		catch (RuntimeException ex) {
			this.unreadable.put(path, ex);
		}
	}

	/** Complains of the first file that is no table. */
	void check() {
		this.unreadable.values().stream().findFirst().ifPresent((fault) -> {
			throw fault;
		});
	}

	/** The decisions that are among the files. */
	Set<String> names() {
		return this.tables.keySet();
	}

	/** The names that the table's columns ask for. */
	private static Stream<String> asked(DmnDecision table) {
		return (table.getDecisionLogic() instanceof DmnDecisionTableImpl logic) ? logic.getInputs()
			.stream()
			.map((input) -> input.getExpression().getExpression())
			.filter((text) -> text != null)
			.flatMap((text) -> FeelReader.expression(text).names().stream()) : Stream.of();
	}

	/** Where a decision comes from; by its id where nobody has it. */
	Origin origin(String decision) {
		Origin own = this.origins.get(decision);
		if (own != null) {
			return own;
		}
		return (this.others != null) ? this.others.origin(decision) : new Origin("", decision);
	}

	/**
	 * Where a decision comes from.
	 *
	 * @param process the folder that holds it
	 * @param name what people call it
	 */
	record Origin(String process, String name) {
	}

	@Override
	public Decisions of(CaseId caseId) {
		return this;
	}

	@Override
	public boolean has(String decision) {
		return this.tables.containsKey(decision) || (this.others != null && this.others.has(decision));
	}

	@Override
	public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
		DmnDecision table = this.tables.get(decision);
		if (table != null) {
			Map<String, Object> given = new HashMap<>(inputs);
			this.asked.computeIfAbsent(decision, (key) -> asked(table).toList())
				.forEach((name) -> given.putIfAbsent(name, null));
			return ENGINE.evaluateDecisionTable(table, given).getResultList();
		}
		if (this.others == null) {
			throw new IllegalStateException("No process folder holds the decision table " + decision
					+ (this.unreadable.isEmpty() ? "" : "; these are no tables: " + this.unreadable.keySet()));
		}
		return this.others.rows(decision, inputs);
	}

}
