package org.leagueflow.plan;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The year of a plan: months by tasks.
 *
 * @param drafts whether the reader writes the plan
 */
record YearPage(String unitName, PlanEdition edition, PlanStanding standing, List<OwnerLoad> loads, boolean drafts) {

	private static final int MONTHS = 12;

	public Plan plan() {
		return this.standing.plan();
	}

	public List<YearMonth> months() {
		return IntStream.rangeClosed(1, MONTHS).mapToObj((month) -> YearMonth.of(plan().year(), month)).toList();
	}

	/** Whether the month is the one that runs. */
	public boolean runs(YearMonth month) {
		return month.equals(YearMonth.from(this.standing.day()));
	}

	/** The kinds that have lines, in the order of papers. */
	public List<PlanItemKind> kinds() {
		return List.of(PlanItemKind.values()).stream().filter((kind) -> !this.standing.of(kind).isEmpty()).toList();
	}

	/** The lamps that occur, for the legend. */
	public List<PlanLamp> lamps() {
		return List.of(PlanLamp.values()).stream().filter((lamp) -> this.standing.count(lamp) > 0).toList();
	}

}
