package org.leagueflow.plan;

import java.util.List;
import org.leagueflow.people.People.UnitCard;

/**
 * The plans that somebody reads.
 *
 * @param offices the units whose plans the reader may begin
 */
record PlanListPage(List<Row> rows, List<UnitCard> offices, int year) {

	/** One plan in the list. */
	record Row(Plan plan, String unitName, boolean published, boolean open) {
	}

}
