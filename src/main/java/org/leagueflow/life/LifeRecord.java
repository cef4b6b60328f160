package org.leagueflow.life;

import java.time.Instant;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord.Stage;

/**
 * A meeting as organisational life remembers it for one branch.
 *
 * @param unitId the unit that meets: the branch, one of its groups, or one above whose
 * class it attends
 * @param openedAt when it really began, or null
 * @param entitled 应到, of this branch
 * @param came how many of them came
 */
record LifeRecord(long meetingId, long unitId, long branchId, MeetingKind kind, Stage stage, String place,
		Instant startsAt, Instant openedAt, int entitled, int came) {

	/** When it took place, or is to; public because pages ask for it. */
	public Instant at() {
		return (this.openedAt != null) ? this.openedAt : this.startsAt;
	}

	/** Whether it was done and written down. */
	public boolean held() {
		return this.stage == Stage.HELD;
	}

	/** Whether it is still to come, or waits for its minutes. */
	public boolean coming() {
		return this.stage == Stage.CONVENED || this.stage == Stage.OPEN || this.stage == Stage.CLOSED;
	}

	/** Whether it took place but its minutes are not signed yet. */
	public boolean unfinished() {
		return this.stage == Stage.OPEN || this.stage == Stage.CLOSED;
	}

}
