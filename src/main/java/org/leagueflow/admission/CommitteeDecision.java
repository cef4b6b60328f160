package org.leagueflow.admission;

import java.time.LocalDate;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingDecision;

/**
 * What a branch committee resolved in a meeting outside this system, as typed from its
 * minutes; no single person decides (细则§9, §16).
 *
 * @param heldOn the day of the meeting
 * @param entitled how many members the committee has
 * @param present how many came
 * @param agreed how many agreed
 */
record CommitteeDecision(LocalDate heldOn, int entitled, int present, int agreed) {

	static CommitteeDecision of(MeetingDecision meeting) {
		return new CommitteeDecision(meeting.heldOn(), meeting.entitled(), meeting.present(), meeting.inFavour());
	}

	/** The same decision of a committee that has at least so many members. */
	CommitteeDecision ofAtLeast(int members) {
		return new CommitteeDecision(this.heldOn, Math.max(this.entitled, members), this.present, this.agreed);
	}

	/**
	 * Whether more than half of the committee agreed.
	 * @throws Refusal.Invalid when the counts do not fit together, or half or fewer came
	 */
	public boolean agrees() {
		if (this.present > this.entitled) {
			throw Refusal.Invalid.field("present", "refusal.admission.committee.present", this.present, this.entitled);
		}
		if (this.agreed > this.present) {
			throw Refusal.Invalid.field("agreed", "refusal.admission.committee.agreed", this.agreed, this.present);
		}
		if (this.present * 2 <= this.entitled) {
			throw Refusal.Invalid.field("present", "refusal.admission.committee.quorum", this.present, this.entitled);
		}
		return this.agreed * 2 > this.entitled;
	}

}
