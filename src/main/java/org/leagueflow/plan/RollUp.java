package org.leagueflow.plan;

import java.util.List;
import java.util.Map;

/**
 * What units below report of an item.
 *
 * @param rows a row per unit that it was sent to
 * @param reported how many of them have reported
 */
record RollUp(List<Row> rows, long reported) {

	/** How many units have it: neither declined nor taken back. */
	public long asked() {
		return this.rows.stream().filter((row) -> row.handed().stands()).count();
	}

	/**
	 * One unit.
	 *
	 * @param totals what it and the units below it reported, by the superior's indicator;
	 * one that is missing was not reported
	 */
	record Row(HandedItem handed, Map<Long, PlanTotal> totals) {

		/** As a page shows it; a unit that has not reported is missing, not zero. */
		public String shown(PlanIndicator indicator) {
			PlanTotal total = this.totals.get(indicator.id());
			return (total != null && total.reported()) ? total.shown(indicator.rollUp()) : null;
		}

	}

}
