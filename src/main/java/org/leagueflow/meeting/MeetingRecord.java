package org.leagueflow.meeting;

import java.time.Instant;
import java.util.List;
import org.leagueflow.kernel.CaseId;

/**
 * A meeting as other modules may know it: when and where, who was entitled and who came.
 *
 * @param caseId the case that moves it, or null while it is being convened
 * @param invitedAt when the invitations went out, or null
 * @param openedAt when it really began, or null
 * @param topics what is only discussed, one per line, or null
 * @param minutes what was written down, or null
 * @param entitled 应到: those with a vote
 * @param came how many of them came at any time
 * @param attendees everybody who came, guests included, in the order of the roll
 */
public record MeetingRecord(long id, CaseId caseId, MeetingKind kind, Stage stage, long unitId, String place,
		Instant startsAt, Instant invitedAt, Instant openedAt, Instant closedAt, Instant signedAt, long chairId,
		long recorderId, String topics, String minutes, int entitled, int came, List<Attendee> attendees) {

	static MeetingRecord of(Meeting meeting) {
		List<Attendee> attendees = meeting.roll()
			.lines()
			.stream()
			.filter((line) -> line.arrivedAt() != null)
			.map((line) -> new Attendee(line.personId(), line.name(), line.isEntitled(), line.arrivedAt(),
					line.leftAt()))
			.toList();
		return new MeetingRecord(meeting.id(), meeting.caseId(), meeting.kind(), Stage.valueOf(meeting.state().name()),
				meeting.unitId(), meeting.place(), meeting.startsAt(), meeting.invitedAt(), meeting.openedAt(),
				meeting.closedAt(), meeting.signedAt(), meeting.chairId(), meeting.recorderId(), meeting.topics(),
				meeting.minutesText(), meeting.entitled(), (int) attendees.stream().filter(Attendee::entitled).count(),
				attendees);
	}

	/** Where a meeting stands. */
	public enum Stage {

		/** Called; people may check in. */
		CONVENED,
		/** Running. */
		OPEN,
		/** Over; the minutes are being written. */
		CLOSED,
		/** Over and signed. */
		HELD,
		/** Over without a quorum. */
		VOID,
		/** Called off. */
		CANCELLED

	}

	/**
	 * Somebody who came.
	 *
	 * @param personId the person, or null for a guest who is only a name
	 * @param entitled whether the person was expected with a vote
	 * @param leftAt when the person left before the end, or null
	 */
	public record Attendee(Long personId, String name, boolean entitled, Instant arrivedAt, Instant leftAt) {
	}

}
