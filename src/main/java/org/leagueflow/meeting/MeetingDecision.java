package org.leagueflow.meeting;

import java.time.LocalDate;
import org.leagueflow.kernel.Refusal;

/**
 * What a meeting decided on a case, as a step takes it over.
 *
 * @param meetingId the meeting whose record it comes from; null where the meeting was
 * held outside this system and somebody typed what its minutes say
 * @param heldOn the day of the meeting
 * @param entitled how many were entitled
 * @param present how many came
 * @param inFavour how many were in favour
 * @param passed whether that was enough by the rule of the meeting; for a meeting held
 * outside more than half of those entitled
 */
public record MeetingDecision(Long meetingId, LocalDate heldOn, int entitled, int present, int inFavour,
		boolean passed) {

	/** Whether nothing but the uploaded minutes vouches for it. */
	public boolean outside() {
		return this.meetingId == null;
	}

	/**
	 * Nobody answers a step otherwise than the meeting decided.
	 * @param field the field of the form that holds the answer
	 * @param agrees whether the answer is in favour
	 * @throws Refusal.Invalid when the meeting decided the other way
	 */
	public void requireAnswer(String field, boolean agrees) {
		if (agrees != this.passed) {
			throw Refusal.Invalid.field(field,
					this.passed ? "refusal.meeting.committee.agreedThough" : "refusal.meeting.committee.notAgreed",
					this.inFavour, this.entitled);
		}
	}

}
