package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import org.leagueflow.engine.Task;

/**
 * One item: what the plan says, how each of its spans stands, and what was reported.
 *
 * @param line what holds, or null where it is in the plan no more
 * @param supervises whether the reader supervises it
 */
record ItemPage(Plan plan, String unitName, long itemId, PlanLine line, PlanContent content, List<Run> runs,
		Map<Long, PlanTotal> totals, List<ProgressEntry> entries, boolean supervises) {

	/** The indicators of the item. */
	public List<PlanIndicator> indicators() {
		return (this.line != null) ? this.content.indicators(this.line) : List.of();
	}

	public PlanTotal total(long indicator) {
		return this.totals.getOrDefault(indicator, PlanTotal.NONE);
	}

	/** The name of an indicator that an entry is about. */
	public String indicatorName(Long indicator) {
		return this.content.indicators()
			.stream()
			.filter((one) -> Long.valueOf(one.id()).equals(indicator))
			.map(PlanIndicator::name)
			.findFirst()
			.orElse("");
	}

	/**
	 * One span that has begun.
	 *
	 * @param steps what waits for somebody now
	 * @param reports whether the reader may report now
	 * @param elapsed how much of its time has passed, in percent
	 * @param asks whether the reader may ask for more time
	 * @param issues whether the reader may issue a slip
	 */
	record Run(Assignment assignment, PlanLamp lamp, int elapsed, List<Step> steps, boolean reports, boolean holds,
			boolean asks, boolean issues, List<Request> requests, List<PlanSlip> slips) {
	}

	/**
	 * What a span waits for.
	 *
	 * @param mine whether the reader may take it
	 */
	record Step(Task task, boolean mine) {
	}

	/**
	 * A request for more time.
	 *
	 * @param decides whether the reader answers it
	 */
	record Request(PlanExtension extension, String unitName, boolean decides) {
	}

}
