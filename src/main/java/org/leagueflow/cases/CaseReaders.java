package org.leagueflow.cases;

import org.leagueflow.kernel.Actor;

/**
 * A module's say in who else may read a case: beans of this type are asked when the case
 * file itself knows no reason.
 */
public interface CaseReaders {

	boolean maySee(CaseCard card, Actor by);

	/** Whether the reader has a step of this case to take now. */
	default boolean worksOn(CaseCard card, Actor by) {
		return false;
	}

}
