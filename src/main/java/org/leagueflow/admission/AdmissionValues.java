package org.leagueflow.admission;

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
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.publicity.Notices;
import org.leagueflow.publicity.Objections;
import org.springframework.stereotype.Component;

/**
 * What the forms of admission offer and fill in: whom as mentors and introducers (members
 * of the branch, staff and Party members of the school), and what meetings decided.
 */
@Component
class AdmissionValues implements TaskValues {

	private static final Comparator<PersonCard> BY_PINYIN = Comparator.comparing(PersonCard::name, Pinyin.ORDER);

	private final Admissions admissions;

	private final People people;

	private final Cases cases;

	private final Notices notices;

	private final Objections objections;

	private final CommitteeDecisions committee;

	private final BusinessClock clock;

	AdmissionValues(Admissions admissions, People people, Cases cases, Notices notices, Objections objections,
			CommitteeDecisions committee, BusinessClock clock) {
		this.admissions = admissions;
		this.people = people;
		this.cases = cases;
		this.notices = notices;
		this.objections = objections;
		this.committee = committee;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "admission";
	}

	@Override
	public Map<String, Object> values(Task task, Actor by) {
		CaseCard card = this.cases.card(task.caseId());
		return switch (task.box()) {
			case "appointMentors", "chooseIntroducers" -> Map.of("people", guides(card));
			case "receiveTransfer" ->
				Map.of("people", guides(card, this.admissions.of(card.id()).transferTo(), List.of()));
			case "decide" -> this.committee.offered(card.id(), AdmissionMatters.DECIDE, card.unitId());
			case "consent" -> this.committee.offered(card.id(), AdmissionMatters.CONSENT, card.unitId());
			case "investigate", "investigateActivist" -> this.objections.offered(card.id(), drawn(card));
			default -> Map.of();
		};
	}

	/** The notice that a case of an earlier edition stands at. */
	private String drawn(CaseCard card) {
		return this.notices.noticeOf(card.id()).orElseThrow().matter();
	}

	/** Who may be asked to accompany the applicant, each with a label and a value. */
	List<Map<String, Object>> guides(CaseCard card) {
		return guides(card, card.unitId(), this.cases.holders(card.id(), AdmissionRoles.MENTOR));
	}

	private List<Map<String, Object>> guides(CaseCard card, long branchId, List<Long> first) {
		Map<Long, PersonCard> choice = new LinkedHashMap<>();
		this.people.persons(first).forEach((mentor) -> choice.put(mentor.id(), mentor));
		List<Long> branch = this.people.electors(branchId, this.clock.today())
			.stream()
			.map(People.Elector::personId)
			.toList();
		this.people.persons(branch)
			.stream()
			.sorted(BY_PINYIN)
			.forEach((member) -> choice.putIfAbsent(member.id(), member));
		this.people.guides(branchId)
			.stream()
			.sorted(BY_PINYIN)
			.forEach((guide) -> choice.putIfAbsent(guide.id(), guide));
		choice.remove(card.subjectPersonId());
		return choice.values().stream().map(AdmissionValues::option).toList();
	}

	private static Map<String, Object> option(PersonCard person) {
		String label = person.name() + " · " + person.unitName() + (person.staff() ? " · 教职工" : "")
				+ (person.partyMember() ? " · 党员" : "");
		return Map.of("label", label, "value", Long.toString(person.id()), "keys",
				PersonChoice.of(person, false).keys());
	}

}
