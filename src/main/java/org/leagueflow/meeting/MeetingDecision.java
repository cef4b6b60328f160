package org.leagueflow.meeting;

import java.time.LocalDate;

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

}
