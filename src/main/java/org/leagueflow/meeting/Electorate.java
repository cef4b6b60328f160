package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/** Knows who is entitled to a meeting, and who may call and run it. */
@Component
class Electorate {

	private final People people;

	Electorate(People people) {
		this.people = people;
	}

	/**
	 * Members with their voting right for meetings of all; committee members otherwise.
	 */
	List<Elector> of(Meeting meeting, LocalDate on) {
		return meeting.kind().ofCommittee() ? committee(meeting.kind(), meeting.unitId())
				: this.people.electors(meeting.unitId(), on);
	}

	private List<Elector> committee(MeetingKind kind, long unitId) {
		List<Long> members = seats(kind, this.people.unit(unitId).kind())
			.flatMap((role) -> this.people.holders(role, unitId).stream())
			.distinct()
			.toList();
		return this.people.persons(members)
			.stream()
			.map((person) -> new Elector(person.id(), person.name(), !person.restricted(),
					person.restricted() ? "meeting.restricted" : null))
			.toList();
	}

	private Stream<String> seats(MeetingKind kind, UnitKind unit) {
		return switch (unit) {
			case COUNTY_COMMITTEE -> Stream.of(Roles.COUNTY_COMMITTEE);
			case COMMITTEE -> (kind == MeetingKind.SECRETARIES_MEETING) ? Stream.of(Roles.LEAGUE_SECRETARY)
					: Stream.of(Roles.LEAGUE_SECRETARY, Roles.LEAGUE_COMMITTEE);
			case GENERAL_BRANCH -> Stream.of(Roles.GENERAL_BRANCH);
			default -> Stream.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE);
		};
	}

	/** The roles at the unit that call and run its meetings, the leading one first. */
	List<String> conveners(long unitId) {
		return switch (this.people.unit(unitId).kind()) {
			case COUNTY_COMMITTEE -> List.of(Roles.COUNTY_COMMITTEE);
			case COMMITTEE -> List.of(Roles.LEAGUE_SECRETARY, Roles.LEAGUE_COMMITTEE);
			case GENERAL_BRANCH -> List.of(Roles.GENERAL_BRANCH);
			default -> List.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE);
		};
	}

	/** Whether a unit of this level holds meetings of this kind. */
	boolean holds(UnitKind unit, MeetingKind kind) {
		return kind.ofBranch() == (unit == UnitKind.BRANCH || unit == UnitKind.GROUP);
	}

}
