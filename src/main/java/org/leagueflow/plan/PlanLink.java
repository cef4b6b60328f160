package org.leagueflow.plan;

import org.leagueflow.meeting.MeetingKind;

/**
 * What counts for an item by itself: one case, or all of a kind at a unit.
 *
 * @param indicatorId the indicator that it counts for, or null for the item only
 * @param caseId the case, or null for all of the unit
 * @param meetingKind which meetings, where it is all of the unit's
 */
public record PlanLink(long id, long itemId, Long indicatorId, ProgressSource kind, Long caseId, String caseNumber,
		MeetingKind meetingKind, Long unitId, String byName) {
}
