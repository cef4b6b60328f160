package org.leagueflow.plan;

import java.util.List;

/** What somebody leads, in person or for a unit, the first due first. */
record MyItemsPage(List<Row> rows) {

	/** One span of an item. */
	record Row(Assignment assignment, PlanLamp lamp) {
	}

}
