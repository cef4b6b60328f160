package org.leagueflow.inbox;

import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;

/**
 * A process module's say in who answers a box, where the case's unit and the role on the
 * diagram do not tell: the committee that holds approval authority, a countersigning
 * unit. Beans of this type are asked in their order.
 */
public interface TaskRouting {

	/**
	 * The seat that answers this task, or empty where the usual way (role at or above the
	 * case's unit) is right.
	 */
	Optional<Seat> seat(Task task, CaseCard card);

	/** A role at one unit. */
	record Seat(String role, long unitId) {
	}

}
