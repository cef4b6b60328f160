package org.leagueflow.meeting;

/**
 * A meeting was convened, invited to, opened, closed, signed (held), void or called off;
 * published synchronously in the transaction that did it.
 */
public record MeetingChanged(MeetingRecord meeting) {
}
