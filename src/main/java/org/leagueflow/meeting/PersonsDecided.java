package org.leagueflow.meeting;

import java.time.LocalDate;
import org.leagueflow.voting.BallotCard;

/**
 * A meeting has voted on a motion on persons; published synchronously in the transaction
 * that decided it.
 *
 * @param entryId the agenda entry that {@link PersonsMotions#put} gave
 * @param matter what was decided, {@code <process>-<box>}
 * @param unitId the unit whose meeting voted
 * @param heldOn the day of the meeting
 * @param card how the votes fell line by line, without numbers where they stay
 * unpublished
 * @param base what votes in favour are compared with by the rule: entitled, present or
 * valid votes
 */
public record PersonsDecided(long entryId, String matter, long unitId, long meetingId, long resolutionId,
		LocalDate heldOn, BallotCard card, int base) {
}
