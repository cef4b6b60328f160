package org.leagueflow.meeting;

/**
 * Another module's say before a meeting opens, closes or is signed: beans of this type
 * are asked on every way there and refuse what the meeting cannot know.
 */
public interface MeetingGuard {

	/**
	 * @param next where the meeting is about to go: OPEN, CLOSED or HELD
	 * @throws org.leagueflow.kernel.Refusal when it may not
	 */
	void before(MeetingRecord.Stage next, MeetingRecord meeting);

}
