package org.leagueflow.cases;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * A part that a process module adds to the pages of its cases and tasks, such as the
 * table of observation gates.
 */
public interface CasePanel {

	/**
	 * The panel for this case, or empty where it has nothing to say.
	 * @param box the box of the task that is being answered, with the process's id before
	 * it where that was called ({@code notice-investigate}); null on the case page
	 */
	Optional<Panel> panel(CaseCard card, String box, Actor by);

	/**
	 * What to show: the template's fragment of that name with one parameter, to which the
	 * model is given: {@code th:fragment="gates(p)"}.
	 */
	record Panel(String template, String fragment, Map<String, ?> model) {
	}

}
