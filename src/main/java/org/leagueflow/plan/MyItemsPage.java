package org.leagueflow.plan;

import java.util.List;

/**
 * What somebody leads, in person or for a unit, the first due first.
 *
 * @param slips slips that wait for the reader's answer
 * @param requests requests for more time that wait for the reader's decision
 * @param handed what superiors sent to the reader's units
 */
record MyItemsPage(List<Row> rows, List<SlipRow> slips, List<RequestRow> requests, List<HandedRow> handed) {

	/** One span of an item. */
	record Row(Assignment assignment, PlanLamp lamp) {
	}

	/**
	 * An item of a superior, with what it says.
	 *
	 * @param least what the unit has to reach at least
	 */
	record HandedRow(HandedItem handed, String plan, String content, List<String> least) {
	}

	/** A slip with what it is about. */
	record SlipRow(PlanSlip slip, String title) {
	}

	/** A request with what it is about. */
	record RequestRow(PlanExtension extension, Assignment assignment) {
	}

}
