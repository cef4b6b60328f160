package org.leagueflow.requirement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.springframework.stereotype.Component;

/**
 * What the roll says of a person: age and League age on the day, membership, rights and
 * place on the roll as of today.
 */
@Component
class PersonFacts implements FactSource {

	private static final Map<String, BiFunction<PersonCard, LocalDate, FactValue>> FACTS = Map.of( //
			"person.age", (person, day) -> years(person.birthDate(), day), //
			"person.leagueAge", (person, day) -> person.member() ? years(person.memberSince(), day) : null, //
			"person.member", (person, day) -> FactValue.flag(person.member()), //
			"person.rights", (person, day) -> FactValue.flag(!person.restricted()), //
			"person.onRoll", (person, day) -> FactValue.flag(person.active()));

	private final People people;

	PersonFacts(People people) {
		this.people = people;
	}

	private static FactValue years(LocalDate since, LocalDate day) {
		return (since != null) ? FactValue.years(since, day) : null;
	}

	@Override
	public Set<String> facts() {
		return FACTS.keySet();
	}

	@Override
	public Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked,
			LocalDate day) {
		List<PersonCard> persons = this.people.persons(asked.stream().map(Asked::personId).distinct().toList());
		Map<Condition, Map<Long, FactValue>> values = new HashMap<>();
		for (Condition condition : conditions) {
			Map<Long, FactValue> known = new HashMap<>();
			persons.forEach((person) -> known.put(person.id(), FACTS.get(condition.fact()).apply(person, day)));
			values.put(condition, known);
		}
		return values;
	}

}
