package org.leagueflow.meeting;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/** Who may do what at a meeting. */
@Component
class MeetingRights {

	private final People people;

	private final Electorate electorate;

	MeetingRights(People people, Electorate electorate) {
		this.people = people;
		this.electorate = electorate;
	}

	/**
	 * Whether the person calls meetings of this unit; where nobody holds the role,
	 * whoever answers for it above; a branch calls its groups' meetings as well.
	 */
	boolean convenes(Actor by, long unitId) {
		UnitCard unit = this.people.unit(unitId);
		if (Arrays.stream(MeetingKind.values()).noneMatch((kind) -> kind.isHeldBy(unit.kind()))) {
			return false; // a Party branch meets elsewhere
		}
		List<String> roles = this.electorate.conveners(unitId);
		if (roles.stream().anyMatch((role) -> by.holdsAt(role, unitId))) {
			return true;
		}
		if (unit.kind() == UnitKind.GROUP) {
			return convenes(by, unit.parentId());
		}
		Route route = this.people.route(roles.get(0), unitId);
		return route.climbed() && by.holdsAt(route.role(), route.unitId());
	}

	boolean runs(Actor by, Meeting meeting) {
		return by.isSystem() || by.personId() == meeting.chairId() || by.personId() == meeting.recorderId()
				|| convenes(by, meeting.unitId());
	}

	void requireRunning(Actor by, Meeting meeting) {
		if (!runs(by, meeting)) {
			throw new Refusal.NotAllowed("refusal.meeting.not-yours");
		}
	}

	/** The chair signs, or the secretary of the unit in the chair's place. */
	boolean signs(Actor by, Meeting meeting) {
		String secretary = this.electorate.conveners(meeting.unitId()).get(0);
		return by.personId() == meeting.chairId() || by.holdsAt(secretary, meeting.unitId());
	}

	void requireSigning(Actor by, Meeting meeting) {
		if (!signs(by, meeting)) {
			throw new Refusal.NotAllowed("refusal.meeting.only-chair");
		}
	}

	void requireSeeing(Actor by, Meeting meeting) {
		if (!sees(by, meeting)) {
			throw new Refusal.NotFound("refusal.meeting.none");
		}
	}

	/**
	 * Whether the person is told how the votes on this item fell: not the one whom a case
	 * is about, nor a guest who belongs to no meeting of this unit, such as an applicant
	 * who came to report. They learn the outcome.
	 */
	boolean seesVotes(Actor by, Meeting meeting, Item item) {
		if (item.entry().isMotion() || runs(by, meeting)) {
			return true;
		}
		return by.personId() != item.entry().candidateId() && (meeting.roll().expects(by.personId())
				|| item.isTeller(by.personId()) || belongs(by, meeting.unitId()) || oversees(by, meeting.unitId()));
	}

	/** Members see their branch's meetings; those above see the ones below them. */
	boolean sees(Actor by, Meeting meeting) {
		boolean concerned = runs(by, meeting) || meeting.roll().holds(by.personId())
				|| meeting.hasTeller(by.personId());
		return concerned || belongs(by, meeting.unitId()) || oversees(by, meeting.unitId());
	}

	private boolean belongs(Actor by, long unitId) {
		return by.posts().stream().anyMatch((post) -> post.unitId() == unitId) || home(by).contains(unitId);
	}

	/**
	 * The unit that the person belongs to, and the branch around a group; none for an
	 * account without a person, or for who is no member (yet): they see what expects
	 * them.
	 */
	private List<Long> home(Actor by) {
		return this.people.persons(List.of(by.personId()))
			.stream()
			.filter((person) -> person.member() || person.partyMember() || person.staff())
			.map((person) -> this.people.unit(person.unitId()))
			.flatMap((unit) -> (unit.kind() == UnitKind.GROUP) ? Stream.of(unit.id(), unit.parentId())
					: Stream.of(unit.id()))
			.toList();
	}

	private boolean oversees(Actor by, long unitId) {
		String path = this.people.unit(unitId).path();
		return Offices.OVERSEEING.stream().anyMatch((role) -> by.holdsOver(role, path));
	}

	/** The units whose meetings the person finds in the list. */
	Set<Long> units(Actor by) {
		Set<Long> units = new LinkedHashSet<>(home(by));
		by.posts().forEach((post) -> units.addAll(reach(post)));
		return units;
	}

	private List<Long> reach(Post post) {
		return Offices.OVERSEEING.contains(post.role())
				? this.people.within(post.unitId()).stream().map(UnitCard::id).toList() : List.of(post.unitId());
	}

	private Stream<UnitCard> groups(long unitId) {
		return (this.people.unit(unitId).kind() == UnitKind.BRANCH)
				? this.people.within(unitId).stream().filter((unit) -> unit.kind() == UnitKind.GROUP) : Stream.empty();
	}

	/** The units for which the person calls meetings. */
	List<UnitCard> convenesFor(Actor by) {
		return by.posts()
			.stream()
			.map(Post::unitId)
			.distinct()
			.flatMap((unit) -> Stream.concat(Stream.of(this.people.unit(unit)), groups(unit)))
			.distinct()
			.filter((unit) -> convenes(by, unit.id()))
			.toList();
	}

}
