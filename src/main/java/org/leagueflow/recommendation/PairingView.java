package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;

/**
 * A pairing as pages show it.
 *
 * @param activities how many records it has
 */
record PairingView(long id, long memberId, String member, String partner, String branch, LocalDate begunOn,
		LocalDate endedOn, String endReason, String goal, String effect, int activities) {

	/** Whether it runs; public because pages ask for it. */
	public boolean running() {
		return this.endedOn == null;
	}

	/**
	 * One pairing with its records.
	 *
	 * @param keeps whether the reader may end it and say what came of it
	 * @param records whether the reader may add what the two did
	 */
	record Detail(PairingView pairing, List<Activity> activities, boolean keeps, boolean records, LocalDate today) {
	}

	/** What the two did on a day. */
	record Activity(LocalDate on, String words, String by, boolean guidance) {
	}

}
