package org.leagueflow.forms;

import java.util.Map;
import java.util.Optional;

/** Evaluates the FEEL expressions that forms carry, as the browser does. */
public interface Feel {

	/**
	 * The expression's value, or null where it has none; an expression that fails counts
	 * as null, as in the browser.
	 * @param expression with or without the leading {@code =}
	 * @param names what the expression may name; text, numbers, booleans, lists and maps
	 */
	Object evaluate(String expression, Map<String, Object> names);

	/** What is wrong with the expression's wording, or empty. */
	Optional<String> fault(String expression);

}
