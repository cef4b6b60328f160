package org.leagueflow.meeting;

/**
 * Attendance of a meeting: 应到 / 实到 / 法定人数 and who sits in.
 *
 * @param quorum what the item on the table asks for, or the strictest one before the
 * start; 0 where nothing asks for any
 * @param quorate whether so many are in the room
 */
record AttendanceSummary(int entitled, int present, int quorum, boolean quorate, int guests) {

	static AttendanceSummary of(int entitled, int present, int quorum, int guests) {
		return new AttendanceSummary(entitled, present, quorum, present >= quorum, guests);
	}

	public boolean needsQuorum() {
		return this.quorum > 0;
	}

	public int percent() {
		return (this.entitled == 0) ? 0 : 100 * this.present / this.entitled;
	}

	public int quorumPercent() {
		return (this.entitled == 0) ? 100 : Math.min(100, 100 * this.quorum / this.entitled);
	}

	public int missing() {
		return Math.max(0, this.quorum - this.present);
	}

}
