package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.people.People.UnitCard;

/**
 * What the form for calling a meeting offers.
 *
 * @param units units for which the reader calls meetings
 * @param unit the unit chosen
 * @param kinds the kinds of meetings that this unit holds
 * @param kind the kind chosen
 * @param waiting what waits for this kind of meeting of this unit
 * @param leaders who can be chair or recorder
 * @param place the place of the meeting that is repeated, or null
 * @param topics its topics, or null
 * @param reconvenes the void meeting that is repeated, or null
 */
record ConvenePage(List<UnitCard> units, UnitCard unit, List<MeetingKind> kinds, MeetingKind kind,
		List<WaitingItem> waiting, List<MeetingPage.Choice> leaders, long reader, String place, String topics,
		Long reconvenes) {
}
