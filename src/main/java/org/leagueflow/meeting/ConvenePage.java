package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.PersonChoice;

/**
 * What the form for calling a meeting offers.
 *
 * @param units units for which the reader calls meetings
 * @param unit the unit chosen
 * @param kinds the kinds of meetings that this unit holds
 * @param kind the kind chosen
 * @param waiting what waits for this kind of meeting of this unit
 * @param leaders who can be chair or recorder, the committee first
 * @param more whether some are left out who can be sought
 * @param sought whom the reader seeks, or null
 * @param place the place of the last meeting, or null
 * @param startsAt when it may start, as a form field has it
 * @param now this minute, for a meeting that begins at once
 * @param topics the topics of the meeting that is repeated, or null
 * @param reconvenes the void meeting that is repeated, or null
 */
record ConvenePage(List<UnitCard> units, UnitCard unit, List<MeetingKind> kinds, MeetingKind kind,
		List<WaitingItem> waiting, List<PersonChoice> leaders, boolean more, String sought, long reader, String place,
		String startsAt, String now, String topics, Long reconvenes) {
}
