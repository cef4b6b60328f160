package org.leagueflow.meeting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A meeting in the list and in the month.
 *
 * @param day the day it starts, where the League works
 * @param missed whether its time has passed without its being opened (未召开)
 * @param checksIn whether the reader can check in now and has not yet
 */
record MeetingRow(long id, MeetingKind kind, Meeting.State state, String unit, String place, Instant startsAt,
		LocalDate day, boolean checksIn, int items, int decided, boolean missed) {

	/** What it is called: its state, or that it was not held. */
	public String word() {
		return this.missed ? "missed" : this.state.name();
	}

	/** How it looks: over and signed, over in vain, or still to come to its end. */
	public String tone() {
		return switch (this.state) {
			case HELD -> "tag-good";
			case VOID, CANCELLED -> "tag-bad";
			case OPEN, CLOSED -> "tag-warn";
			case CONVENED -> this.missed ? "tag-bad" : "";
		};
	}

}
