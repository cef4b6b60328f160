package org.leagueflow.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.Route;
import org.leagueflow.web.PerRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds who may act on a task, and which keys a person holds. */
@Component
class Holders {

	/** Answers for a part that nobody plays in the case. */
	private static final String FALLBACK = Roles.BRANCH_COMMITTEE;

	private final Cases cases;

	private final People people;

	private final BusinessClock clock;

	/** Known from the first question on. */
	private final Supplier<List<TaskRouting>> routings;

	Holders(Cases cases, People people, BusinessClock clock, ObjectProvider<TaskRouting> routings) {
		this.cases = cases;
		this.people = people;
		this.clock = clock;
		this.routings = SingletonSupplier.of(() -> routings.orderedStream().toList());
	}

	Holder of(Task task, CaseCard card) {
		return waiting(task, card).inHandOf(task);
	}

	/** Whether whoever has the task in hand would be offered it now, were it free. */
	boolean keeps(Task task, CaseCard card) {
		String[] parts = waiting(task, card).key().split(":");
		long person = task.assignee();
		return switch (parts[0]) {
			case "p" -> person == Long.parseLong(parts[1]);
			case "r" -> this.people.holders(parts[1], Long.parseLong(parts[2])).contains(person);
			case "m" -> memberOf(person).contains(Long.valueOf(parts[1]));
			default -> this.cases.holders(CaseId.of(parts[2]), parts[1]).contains(person);
		};
	}

	/** The keys whose items stand in this person's to-do list, found once a request. */
	List<String> keys(Actor by) {
		return PerRequest.get("inbox-keys:" + by.personId(), () -> found(by));
	}

	private List<String> found(Actor by) {
		List<String> keys = new ArrayList<>();
		keys.add(Holder.person(by.personId()));
		keys.addAll(membership(by));
		by.posts().stream().map((post) -> Holder.seat(post.role(), post.unitId())).forEach(keys::add);
		this.cases.parts(by.personId())
			.stream()
			.map((part) -> Holder.part(part.role(), part.caseId()))
			.forEach(keys::add);
		return keys.stream().distinct().toList();
	}

	/** Members answer for every unit that their own one is below. */
	private List<String> membership(Actor by) {
		return memberOf(by.personId()).stream().map(Holder::members).toList();
	}

	/** The units at or above the own one of a member; none for anybody else. */
	private List<Long> memberOf(long personId) {
		return this.people.persons(List.of(personId))
			.stream()
			.filter(PersonCard::member)
			.flatMap((person) -> Arrays.stream(person.unitPath().split("/")).filter((id) -> !id.isEmpty()))
			.map(Long::valueOf)
			.toList();
	}

	/** The names of those who hold this key in person; null when it is a seat. */
	String names(String key) {
		String[] parts = key.split(":");
		List<Long> persons = switch (parts[0]) {
			case "p" -> List.of(Long.valueOf(parts[1]));
			case "c" -> this.cases.holders(new CaseId(Long.parseLong(parts[2])), parts[1]);
			default -> List.of();
		};
		String names = this.people.persons(persons).stream().map(PersonCard::name).collect(Collectors.joining("、"));
		return names.isEmpty() ? null : names;
	}

	/** Whether the person holds this key now. */
	boolean holds(Actor by, String key) {
		String[] parts = key.split(":");
		return switch (parts[0]) {
			case "p" -> by.personId() == Long.parseLong(parts[1]);
			case "r" -> by.holdsAt(parts[1], Long.parseLong(parts[2]));
			case "m" -> membership(by).contains(key);
			default -> this.cases.holders(CaseId.of(parts[2]), parts[1]).contains(by.personId());
		};
	}

	private Holder waiting(Task task, CaseCard card) {
		Optional<Seat> seat = this.routings.get()
			.stream()
			.flatMap((routing) -> routing.seat(task, card).stream())
			.findFirst();
		if (seat.isPresent()) {
			return seat(seat.get());
		}
		if (task.role() == null || Roles.APPLICANT.equals(task.role())) {
			return (card.subjectPersonId() != 0)
					? new Holder(Holder.person(card.subjectPersonId()), task.role(), null, false)
					: climb(FALLBACK, card, true);
		}
		return switch (task.role()) {
			case Roles.MEMBER -> members(card);
			case Roles.STARTER -> starter(card);
			default -> Roles.ANSWERING.contains(task.role()) ? climb(task.role(), card, false) : part(task, card);
		};
	}

	private Holder members(CaseCard card) {
		return (this.people.memberCount(card.unitId(), this.clock.today()) > 0)
				? new Holder(Holder.members(card.unitId()), Roles.MEMBER, null, false) : climb(FALLBACK, card, true);
	}

	/** The committee answers for a case that the system opened, or whose starter left. */
	private Holder starter(CaseCard card) {
		boolean there = this.people.persons(List.of(card.openedBy())).stream().anyMatch(PersonCard::active);
		return there ? new Holder(Holder.person(card.openedBy()), Roles.STARTER, null, false)
				: climb(FALLBACK, card, true);
	}

	private Holder part(Task task, CaseCard card) {
		List<Long> persons = this.cases.holders(card.id(), task.role());
		return switch (persons.size()) {
			case 0 -> climb(FALLBACK, card, true);
			case 1 -> new Holder(Holder.person(persons.get(0)), task.role(), null, false);
			default -> new Holder(Holder.part(task.role(), card.id()), task.role(), null, false);
		};
	}

	private Holder seat(Seat seat) {
		return this.people.holders(seat.role(), seat.unitId()).isEmpty()
				? climb(this.people.route(seat.role(), seat.unitId()), true)
				: new Holder(Holder.seat(seat.role(), seat.unitId()), seat.role(), seat.unitId(), false);
	}

	private Holder climb(String role, CaseCard card, boolean already) {
		return climb(this.people.route(role, card.unitId(), card.unitPath()), already);
	}

	private static Holder climb(Route route, boolean already) {
		return new Holder(Holder.seat(route.role(), route.unitId()), route.role(), route.unitId(),
				already || route.climbed());
	}

}
