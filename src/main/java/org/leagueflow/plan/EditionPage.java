package org.leagueflow.plan;

import java.util.List;

/**
 * An edition as its reader sees it.
 *
 * @param faults what it lacks, while it is written
 * @param changes what it does to the edition that it amends
 * @param writes whether the reader may change it now
 * @param recalls whether the reader may take it back now
 * @param festivals the festival calendar of the year, while it is written
 * @param lunar whether the lunar days of the year are known
 */
record EditionPage(Plan plan, PlanEdition edition, String unitName, PlanContent content, List<PlanFault> faults,
		List<PlanChange> changes, boolean writes, boolean recalls, List<Festival> festivals, boolean lunar) {

	/** Whether it may be submitted as it is. */
	public boolean complete() {
		return this.faults.stream().noneMatch(PlanFault::blocks);
	}

	/** What one item lacks. */
	public List<PlanFault> faults(long itemId) {
		return this.faults.stream().filter((fault) -> fault.itemId() == itemId).toList();
	}

	/** Whether items without a lead could take one over from their main task. */
	public boolean inherits() {
		return this.content.lines()
			.stream()
			.anyMatch((line) -> line.lead().isEmpty()
					&& this.content.mainTasks(line).stream().anyMatch((main) -> main.lead().isPresent()));
	}

}
