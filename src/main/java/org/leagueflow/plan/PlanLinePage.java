package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * The form of an item.
 *
 * @param line the item as it is, or null for a new one
 * @param others indicators of other items that this one may share
 * @param names suggestions for owners
 */
record PlanLinePage(EditionPage edition, PlanLine line, PlanLineForm form, List<PlanLine> mainTasks,
		List<PlanIndicator> others, List<String> names) {

	public PlanComparator[] comparators() {
		return PlanComparator.values();
	}

	public PlanRollUp[] rollUps() {
		return PlanRollUp.values();
	}

	public Recurrence.Kind[] recurrences() {
		return Recurrence.Kind.values();
	}

	/** The days on which recurring work falls, those left out as well. */
	public List<LocalDate> times() {
		return this.form.times(this.edition.plan().year());
	}

	public PlanItemKind[] kinds() {
		return PlanItemKind.values();
	}

}
