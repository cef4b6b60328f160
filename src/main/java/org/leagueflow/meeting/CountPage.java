package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.ballot.Paper;

/**
 * What a teller sees: the frozen numbers to reconcile with, never the other's count.
 *
 * @param papers how many papers had to be handed out
 * @param resolutions what came of each line, once both counts agree
 * @param counted whether this teller's count of this attempt is in
 */
record CountPage(long meetingId, long itemId, String title, String unit, MeetingPage.Rule rule, Paper paper,
		int entitled, int present, int papers, int written, int attempt, boolean open, boolean counted,
		boolean differed, List<ResolutionCard> resolutions) {

	/** What the names of its fields begin with on the page of all items. */
	public String prefix() {
		return "item-" + this.itemId + "-";
	}

	public boolean ofOneLine() {
		return this.paper.form() == Paper.Form.DECISION && this.paper.lines().size() == 1;
	}

}
