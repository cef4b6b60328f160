package org.leagueflow.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.web.Words;
import org.springframework.stereotype.Component;

/**
 * Offers, in forms, those who may accompany or judge somebody of a branch: its members,
 * and staff and Party members of the school.
 */
@Component
public class GuideChoices {

	private static final Comparator<PersonCard> BY_PINYIN = Comparator.comparing(PersonCard::name, Pinyin.ORDER);

	private final People people;

	private final Words words;

	private final BusinessClock clock;

	GuideChoices(People people, Words words, BusinessClock clock) {
		this.people = people;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * The choice of a select, each with label, value and what is typed to find it.
	 * @param first who stands at its head
	 * @param person who is accompanied, and is not offered
	 */
	public List<Map<String, Object>> of(long branchId, Collection<Long> first, long person) {
		return choice(branchId, first, person).values().stream().map(this::option).toList();
	}

	/**
	 * Which of these persons are not among those offered: whoever sends a form by other
	 * means than the page chooses among the same people.
	 */
	public List<Long> notOffered(long branchId, long person, Collection<Long> chosen) {
		Set<Long> offered = choice(branchId, List.of(), person).keySet();
		return chosen.stream().filter((one) -> !offered.contains(one)).toList();
	}

	private Map<Long, PersonCard> choice(long branchId, Collection<Long> first, long person) {
		Map<Long, PersonCard> choice = new LinkedHashMap<>();
		List<Long> members = this.people.electors(branchId, this.clock.today())
			.stream()
			.filter(Elector::member)
			.map(Elector::personId)
			.toList();
		add(choice, this.people.persons(first).stream().toList());
		add(choice, this.people.persons(members).stream().sorted(BY_PINYIN).toList());
		add(choice, this.people.guides(branchId).stream().sorted(BY_PINYIN).toList());
		choice.remove(person);
		return choice;
	}

	private static void add(Map<Long, PersonCard> choice, List<PersonCard> persons) {
		persons.forEach((one) -> choice.putIfAbsent(one.id(), one));
	}

	private Map<String, Object> option(PersonCard person) {
		String label = person.name() + " · " + person.unitName()
				+ (person.staff() ? " · " + this.words.of("people.guide.staff") : "")
				+ (person.partyMember() ? " · " + this.words.of("people.guide.party") : "");
		return Map.of("label", label, "value", Long.toString(person.id()), "keys",
				PersonChoice.of(person, false).keys());
	}

}
