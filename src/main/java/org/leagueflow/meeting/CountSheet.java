package org.leagueflow.meeting;

import java.util.List;

/**
 * All that one teller counts by hand at a meeting, on one page.
 *
 * @param items those that are open, and those on which both tellers agree
 */
record CountSheet(long meetingId, String unit, List<CountPage> items) {

	/** What the teller can enter now. */
	public List<CountPage> open() {
		return this.items.stream().filter((one) -> one.open() && !one.counted()).toList();
	}

}
