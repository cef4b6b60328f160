package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows who is expected at a meeting, and who may call and run it. */
@Component
class Electorate {

	private final People people;

	private final Offices offices;

	private final ObjectProvider<Audience> audiences;

	Electorate(People people, Offices offices, ObjectProvider<Audience> audiences) {
		this.people = people;
		this.offices = offices;
		this.audiences = audiences;
	}

	/**
	 * Members with their voting right for meetings of all, members and listeners for a
	 * class, committee members otherwise; those about whom the meeting decides sit in.
	 */
	List<Invitee> of(Meeting meeting, LocalDate on) {
		Map<Long, Invitee> invited = new LinkedHashMap<>();
		expected(meeting.kind(), meeting.unitId(), on).forEach((one) -> invited.put(one.personId(), one));
		guests(meeting).filter(PersonCard::active)
			.forEach((one) -> invited.putIfAbsent(one.id(), Invitee.guest(one.id(), one.name())));
		return List.copyOf(invited.values());
	}

	private Stream<Invitee> expected(MeetingKind kind, long unitId, LocalDate on) {
		if (kind.ofCommittee()) {
			return committee(kind, unitId);
		}
		return members(unitId, on)
			.map((one) -> kind.ofLearners() ? new Invitee(one.personId(), one.name(), true, false, null)
					: new Invitee(one.personId(), one.name(), one.votes(), false, one.whyNot()));
	}

	/** The members of the unit, or of all branches below it. */
	Stream<Elector> members(long unitId, LocalDate on) {
		UnitKind kind = this.people.unit(unitId).kind();
		Stream<Long> units = !kind.leadsBranches() ? Stream.of(unitId)
				: this.people.within(unitId)
					.stream()
					.filter((unit) -> unit.kind() == UnitKind.BRANCH)
					.map((unit) -> unit.id());
		return units.flatMap((unit) -> this.people.electors(unit, on).stream()).filter(Elector::member);
	}

	private Stream<PersonCard> guests(Meeting meeting) {
		Stream<Long> listeners = meeting.kind().ofLearners()
				? this.audiences.orderedStream().flatMap((audience) -> audience.of(meeting.unitId()).stream())
				: Stream.empty();
		Stream<Long> candidates = meeting.kind().ofCommittee() ? Stream.empty()
				: meeting.items().stream().map((item) -> item.entry().candidateId()).filter((id) -> id != 0);
		Collection<Long> ids = Stream.concat(listeners, candidates).distinct().toList();
		return this.people.persons(ids).stream();
	}

	private Stream<Invitee> committee(MeetingKind kind, long unitId) {
		List<Long> members = seats(kind, this.people.unit(unitId).kind())
			.flatMap((role) -> this.people.holders(role, unitId).stream())
			.distinct()
			.toList();
		return this.people.persons(members)
			.stream()
			.map((person) -> new Invitee(person.id(), person.name(), !person.restricted(), false,
					person.restricted() ? "meeting.restricted" : null));
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
		return this.offices.heads(this.people.unit(unitId));
	}

}
