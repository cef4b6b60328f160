package org.leagueflow.plan;

import java.util.List;

/**
 * The calendars somebody may subscribe to.
 *
 * @param fresh the unit whose address was just made, 0 for the own items; null for none
 * @param address that address, shown this once
 */
record PlanFeedPage(List<Row> rows, Long fresh, String address) {

	/**
	 * @param unitName null for the own items
	 * @param feed null where there is no address
	 */
	record Row(long unitId, String unitName, PlanFeed feed) {
	}

}
