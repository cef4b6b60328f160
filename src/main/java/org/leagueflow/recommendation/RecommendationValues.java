package org.leagueflow.recommendation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskValues;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.PersonChoice;
import org.springframework.stereotype.Component;

/** What the forms of a recommendation offer: whom as raters, which Party branches. */
@Component
class RecommendationValues implements TaskValues {

	private static final Comparator<PersonCard> BY_PINYIN = Comparator.comparing(PersonCard::name, Pinyin.ORDER);

	private final Cases cases;

	private final People people;

	private final PartyBranches parties;

	private final BusinessClock clock;

	RecommendationValues(Cases cases, People people, PartyBranches parties, BusinessClock clock) {
		this.parties = parties;
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "recommendation";
	}

	@Override
	public Map<String, Object> values(Task task, Actor by) {
		return switch (task.box()) {
			case "appointRaters" -> Map.of("people", raters(this.cases.card(task.caseId())));
			case "handOver" -> Map.of("parties", parties(this.cases.card(task.caseId())));
			default -> Map.of();
		};
	}

	private List<Map<String, Object>> parties(CaseCard card) {
		return this.parties.of(card.unitId())
			.stream()
			.map((unit) -> Map.<String, Object>of("label", unit.name(), "value", Long.toString(unit.id())))
			.toList();
	}

	/** Members of the branch, staff and Party members; never the person recommended. */
	List<Map<String, Object>> raters(CaseCard card) {
		Map<Long, PersonCard> choice = new LinkedHashMap<>();
		List<Long> branch = this.people.electors(card.unitId(), this.clock.today())
			.stream()
			.filter(Elector::member)
			.map(Elector::personId)
			.toList();
		this.people.persons(branch).stream().sorted(BY_PINYIN).forEach((one) -> choice.put(one.id(), one));
		this.people.guides(card.unitId())
			.stream()
			.sorted(BY_PINYIN)
			.forEach((one) -> choice.putIfAbsent(one.id(), one));
		choice.remove(card.subjectPersonId());
		return choice.values()
			.stream()
			.map((one) -> Map.<String, Object>of("label", one.name() + " · " + one.unitName(), "value",
					Long.toString(one.id()), "keys", PersonChoice.of(one, false).keys()))
			.toList();
	}

}
