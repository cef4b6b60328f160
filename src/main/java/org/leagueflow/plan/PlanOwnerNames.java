package org.leagueflow.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/**
 * Finds who is meant by the names that people type: a person by name, or by name and
 * number where several have it, or a unit.
 */
@Component
class PlanOwnerNames {

	/** How names are told apart. */
	static final String SEPARATORS = "[、，,;；\\n]";

	private static final int MAX_OWNERS = 30;

	private static final int MAX_HOMONYMS = 20;

	private final People people;

	PlanOwnerNames(People people) {
		this.people = people;
	}

	/**
	 * The owners that two fields name.
	 * @param before those of the line so far, who keep being meant by their names
	 * @throws Refusal.Invalid for a name that several persons have, and for one named
	 * twice
	 */
	List<PlanOwner> read(UnitCard unit, String lead, String others, List<PlanOwner> before, Actor by) {
		List<UnitCard> units = this.people.within(unit.id());
		List<PlanOwner> owners = new ArrayList<>();
		List<String> leads = names(lead);
		if (leads.size() > 1) {
			throw Refusal.Invalid.field("lead", "refusal.plan.oneLead");
		}
		leads.forEach((name) -> add(owners, "lead", find("lead", name, true, units, before, by)));
		names(others).forEach((name) -> add(owners, "owners", find("owners", name, false, units, before, by)));
		if (owners.size() > MAX_OWNERS) {
			throw Refusal.Invalid.field("owners", "refusal.plan.owners", MAX_OWNERS);
		}
		return owners;
	}

	private static List<String> names(String typed) {
		return (typed == null) ? List.of()
				: Stream.of(typed.split(SEPARATORS)).map(String::strip).filter((name) -> !name.isEmpty()).toList();
	}

	/** The same owner twice is refused, as lead and co-owner too. */
	static void add(List<PlanOwner> owners, String field, PlanOwner one) {
		if (owners.stream().anyMatch(one::same)) {
			throw Refusal.Invalid.field(field, "refusal.plan.ownerTwice", one.name());
		}
		owners.add(one);
	}

	private PlanOwner find(String field, String name, boolean lead, List<UnitCard> units, List<PlanOwner> before,
			Actor by) {
		PlanText.within(field, name, 200);
		Optional<PlanOwner> known = before.stream()
			.filter((one) -> one.kind() != PlanOwnerKind.NAMED && label(one).equals(name))
			.findFirst();
		if (known.isPresent()) {
			return new PlanOwner(known.get().kind(), known.get().id(), known.get().name(), lead);
		}
		List<PersonCard> persons = persons(name, by);
		if (persons.size() > 1) {
			throw Refusal.Invalid.field(field, "refusal.plan.homonyms", name,
					String.join("、", persons.stream().map(PlanOwnerNames::label).toList()));
		}
		return meant(name, lead, persons, units);
	}

	/** Whom a paper's name means; a bare name where nobody or several are known by it. */
	PlanOwner guessed(String name, boolean lead, List<UnitCard> units, Actor by) {
		List<PersonCard> persons = persons(name, by);
		return (persons.size() > 1) ? new PlanOwner(PlanOwnerKind.NAMED, null, name, lead)
				: meant(name, lead, persons, units);
	}

	/** The one person of this name, else the unit, else whoever it is. */
	private static PlanOwner meant(String name, boolean lead, List<PersonCard> persons, List<UnitCard> units) {
		if (!persons.isEmpty()) {
			return new PlanOwner(PlanOwnerKind.PERSON, persons.get(0).id(), persons.get(0).name(), lead);
		}
		return units.stream()
			.filter((unit) -> unit.name().equals(name))
			.findFirst()
			.map((unit) -> new PlanOwner(PlanOwnerKind.UNIT, unit.id(), unit.name(), lead))
			.orElseGet(() -> new PlanOwner(PlanOwnerKind.NAMED, null, name, lead));
	}

	/** Active persons of this name; with a number behind it, the one who has it. */
	private List<PersonCard> persons(String typed, Actor by) {
		String[] parts = typed.split("[ \u3000]+", 2);
		return this.people.search(parts[0], by, MAX_HOMONYMS)
			.stream()
			.filter(PersonCard::active)
			.filter((person) -> person.name().equals(parts[0]))
			.filter((person) -> parts.length == 1 || parts[1].strip().equals(person.studentNumber()))
			.toList();
	}

	private static String label(PersonCard person) {
		return (person.studentNumber() != null) ? person.name() + " " + person.studentNumber() : person.name();
	}

	/** As a form shows an owner that a line has. */
	static String label(PlanOwner owner) {
		return owner.name();
	}

	/** Names for a form's list of suggestions: staff of the school, and units. */
	List<String> suggestions(UnitCard unit) {
		return Stream
			.concat(this.people.guides(unit.id()).stream().map(PersonCard::name),
					this.people.within(unit.id()).stream().limit(200).map(UnitCard::name))
			.distinct()
			.toList();
	}

}
