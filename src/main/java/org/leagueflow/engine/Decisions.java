package org.leagueflow.engine;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.CaseId;

/** Asks decision tables (DMN) deployed with the processes. */
public interface Decisions {

	/**
	 * The tables of the edition under which the case runs: what was deployed together
	 * with its diagram, and with the diagrams of processes that it has called and that
	 * still run. Where the case does not run, or its folder has no such table, the one
	 * that ships now answers.
	 */
	Decisions of(CaseId caseId);

	/** Whether there is a table of this name. */
	boolean has(String decision);

	/**
	 * All rows that match, each as output name to value, in the table's order; a name
	 * that the table asks for and that is not given is null there.
	 */
	List<Map<String, Object>> rows(String decision, Map<String, ?> inputs);

	/**
	 * The one row that matches; an {@link IllegalStateException} when none or several do,
	 * which is a fault of the table.
	 */
	default Map<String, Object> row(String decision, Map<String, ?> inputs) {
		List<Map<String, Object>> rows = rows(decision, inputs);
		if (rows.size() != 1) {
			throw new IllegalStateException(
					"Decision table " + decision + " gave " + rows.size() + " rows for " + inputs + ", one was needed");
		}
		return rows.get(0);
	}

}
