package org.leagueflow.meeting;

import java.time.Instant;

/**
 * Where a motion on persons stands.
 *
 * @param meetingId the meeting that has it on its agenda, or null while it waits for one
 * @param startsAt when that meeting begins, or null
 * @param voting whether people are voting on it
 */
public record PersonsMotionStanding(Long meetingId, Instant startsAt, boolean voting) {
}
