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
	 * @param tasks what waits for somebody now
	 * @param reports whether the reader may report now
	 * @param elapsed how much of its time has passed, in percent
	 */
	record Run(Assignment assignment, PlanLamp lamp, int elapsed, List<Task> tasks, boolean reports, boolean holds) {
	}

}
