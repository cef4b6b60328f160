package org.leagueflow.meeting;

import java.time.Instant;

/**
 * A request for leave (请假).
 *
 * @param reason for whoever asked and whoever decides, only
 * @param remark why it was refused, or null
 */
record AbsenceLine(long id, long personId, String name, String reason, Absence.State state, Instant askedAt,
		String remark) {

	static AbsenceLine of(Absence absence) {
		return new AbsenceLine(absence.id(), absence.personId(), absence.name(), absence.reason(), absence.state(),
				absence.askedAt(), absence.remark());
	}

	public boolean asked() {
		return this.state == Absence.State.ASKED;
	}

	public boolean granted() {
		return this.state == Absence.State.GRANTED;
	}

	/** Whether it still says anything. */
	public boolean stands() {
		return this.state != Absence.State.WITHDRAWN;
	}

}
