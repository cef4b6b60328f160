package org.leagueflow.inbox;

import org.leagueflow.cases.CasePage;
import org.leagueflow.forms.FormView;

/**
 * What the page of one task shows.
 *
 * @param item the task
 * @param about the case around it
 * @param form the form, or null when this person cannot answer it now
 * @param inHandOf who has it in hand instead, or null
 * @param shared whether it came out of a shared list
 * @param note what has become of the step meanwhile, or null
 */
record TaskPage(InboxItem item, CasePage about, FormView form, String inHandOf, boolean shared, StepNote note) {

	TaskPage with(FormView other) {
		return new TaskPage(this.item, this.about, other, this.inHandOf, this.shared, this.note);
	}

}
