package org.leagueflow.practice;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People;

/**
 * The college as it was made: units by short name ({@code county}, {@code committee},
 * {@code general1}, {@code general2}, {@code party1}, {@code class1}, {@code small1},
 * {@code class3}, {@code functional1}), persons by log-in name ({@code secretary1},
 * {@code member7} …).
 */
public final class PracticeCollege {

	/** Who sits on the branch committee of {@code class1}. */
	public static final List<String> BRANCH_COMMITTEE = List.of("secretary1", "branch1", "branch2", "branch3");

	private final Map<String, Long> units;

	private final Map<String, Long> persons;

	private final People people;

	PracticeCollege(Map<String, Long> units, Map<String, Long> persons, People people) {
		this.units = Map.copyOf(units);
		this.persons = Map.copyOf(persons);
		this.people = people;
	}

	public long unit(String name) {
		return this.units.get(name);
	}

	public long person(String login) {
		return this.persons.get(login);
	}

	/** The person as somebody who acts, with the posts of today. */
	public Actor actor(String login) {
		long id = person(login);
		return new Actor(id, login, this.people.person(id).name(), this.people.posts(id));
	}

}
