package org.leagueflow.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditNames;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names units and persons for the auditor. */
@Configuration(proxyBeanMethods = false)
class NamesForAudit {

	/** Units that are closed keep their names; to choose from there are the open ones. */
	@Bean
	AuditNames unitNames(People people, Units units, PeoplePages pages) {
		return new UnitNames(people, units, pages);
	}

	@Bean
	AuditNames personNames(People people, PeoplePages pages) {
		return new PersonNames(people, pages);
	}

	private record UnitNames(People people, Units units, PeoplePages pages) implements AuditNames {

		@Override
		public String kind() {
			return "unit";
		}

		@Override
		public Map<Long, String> names(Collection<Long> numbers) {
			return this.units.findAllById(numbers).stream().collect(Collectors.toMap(Unit::id, Unit::name));
		}

		@Override
		public Optional<String> path(long number, Actor reader) {
			return this.pages.shows(number, reader) ? Optional.of("/members?unit=" + number) : Optional.empty();
		}

		@Override
		public Map<Long, String> choice() {
			Map<Long, String> all = new LinkedHashMap<>();
			this.people.units().forEach((UnitCard unit) -> all.put(unit.id(), unit.name()));
			return all;
		}

	}

	private record PersonNames(People people, PeoplePages pages) implements AuditNames {

		@Override
		public String kind() {
			return "person";
		}

		@Override
		public Map<Long, String> names(Collection<Long> numbers) {
			return this.people.persons(numbers).stream().collect(Collectors.toMap(PersonCard::id, PersonCard::name));
		}

		@Override
		public Optional<String> path(long number, Actor reader) {
			return this.people.persons(List.of(number))
				.stream()
				.filter((person) -> this.pages.shows(person.unitId(), reader))
				.map((person) -> "/members/" + person.id())
				.findFirst();
		}

	}

}
