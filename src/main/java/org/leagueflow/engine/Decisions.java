package org.leagueflow.engine;

import java.util.List;
import java.util.Map;

/** Asks decision tables (DMN) deployed with the processes. */
public interface Decisions {

	/** All rows that match, each as output name to value, in the table's order. */
	List<Map<String, Object>> rows(String decision, Map<String, ?> inputs);

	/**
	 * The one row that matches; an {@link IllegalStateException} when none or several do,
	 * which is a fault of the table.
	 */
	Map<String, Object> row(String decision, Map<String, ?> inputs);

}
