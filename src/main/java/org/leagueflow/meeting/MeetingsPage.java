package org.leagueflow.meeting;

import java.util.List;

/**
 * The list of meetings as one reader sees it.
 *
 * @param waiting cases that wait for a meeting that the reader may call
 * @param convenes whether the reader calls meetings at all
 */
record MeetingsPage(List<MeetingRow> upcoming, List<MeetingRow> past, List<WaitingRow> waiting, boolean convenes) {

	/** A waiting case with the unit whose meeting it waits for. */
	record WaitingRow(WaitingItem item, String unit) {
	}

}
