package org.leagueflow.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskValues;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.springframework.stereotype.Component;

/**
 * Whom the forms of admission offer as mentors and introducers: members of the branch,
 * and staff and Party members around it.
 */
@Component
class AdmissionValues implements TaskValues {

	private static final Set<String> CHOOSE = Set.of("appointMentors", "receiveTransfer", "chooseIntroducers");

	private final People people;

	private final Cases cases;

	private final BusinessClock clock;

	AdmissionValues(People people, Cases cases, BusinessClock clock) {
		this.people = people;
		this.cases = cases;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "admission";
	}

	@Override
	public Map<String, Object> values(Task task, Actor by) {
		if (!CHOOSE.contains(task.box())) {
			return Map.of();
		}
		var card = this.cases.card(task.caseId());
		Map<Long, PersonCard> choice = new LinkedHashMap<>();
		this.people.persons(this.cases.holders(task.caseId(), Roles.MENTOR))
			.forEach((mentor) -> choice.put(mentor.id(), mentor));
		List<Long> branch = this.people.electors(card.unitId(), this.clock.today())
			.stream()
			.map(People.Elector::personId)
			.toList();
		this.people.persons(branch).forEach((member) -> choice.putIfAbsent(member.id(), member));
		around(card.unitId(), choice);
		choice.remove(card.subjectPersonId());
		return Map.of("people", choice.values().stream().map(AdmissionValues::option).toList());
	}

	/**
	 * Office holders at the units above the branch: teachers, general branch and
	 * committee members.
	 */
	private void around(long unitId, Map<Long, PersonCard> choice) {
		this.people.lineage(unitId)
			.forEach((unit) -> Set.of(Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE)
				.forEach((role) -> this.people.persons(this.people.holders(role, unit.id()))
					.forEach((person) -> choice.putIfAbsent(person.id(), person))));
	}

	private static Map<String, Object> option(PersonCard person) {
		return Map.of("label", person.name() + " · " + person.unitName(), "value", Long.toString(person.id()));
	}

}
