package org.leagueflow.admission;

import java.util.Comparator;
import java.util.HashMap;
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
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.MeetingDecisions;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.publicity.ObjectionCard;
import org.springframework.stereotype.Component;

/**
 * What the forms of admission offer and fill in: whom as mentors and introducers (members
 * of the branch, staff and Party members of the school), how large the branch committee
 * is, which objections wait.
 */
@Component
class AdmissionValues implements TaskValues {

	private static final Comparator<PersonCard> BY_PINYIN = Comparator.comparing(PersonCard::name, Pinyin.ORDER);

	private final Admissions admissions;

	private final People people;

	private final Cases cases;

	private final AppraisalService appraisal;

	private final MeetingDecisions decisions;

	private final org.leagueflow.web.Dates dates;

	private final BusinessClock clock;

	AdmissionValues(Admissions admissions, People people, Cases cases, AppraisalService appraisal,
			MeetingDecisions decisions, org.leagueflow.web.Dates dates, BusinessClock clock) {
		this.admissions = admissions;
		this.people = people;
		this.cases = cases;
		this.appraisal = appraisal;
		this.decisions = decisions;
		this.dates = dates;
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
			case "decide" -> committee(card, AdmissionMatters.DECIDE);
			case "consent" -> committee(card, AdmissionMatters.CONSENT);
			case "investigate", "investigateActivist" -> objections(card);
			default -> Map.of();
		};
	}

	/**
	 * The meetings that decided, and how many members the committee has today for what is
	 * typed of a meeting held outside; a branch without a committee decides otherwise.
	 */
	private Map<String, Object> committee(CaseCard card, String matter) {
		Map<String, Object> offered = new HashMap<>(
				this.decisions.offered(card.id(), matter, MeetingKind.BRANCH_COMMITTEE));
		int members = this.people.holders(Roles.BRANCH_COMMITTEE, card.unitId()).size();
		if (members > 0) {
			offered.put("entitled", members);
		}
		return offered;
	}

	/** The open objections, the one that has waited longest chosen. */
	private Map<String, Object> objections(CaseCard card) {
		List<ObjectionCard> open = this.appraisal.openObjections(card.id());
		List<Map<String, String>> choice = open.stream()
			.map((one) -> Map.of("value", Long.toString(one.id()), "label",
					"异议 %d（%s）".formatted(one.id(), this.dates.day(one.filedAt()))))
			.toList();
		return open.isEmpty() ? Map.of("objections", choice)
				: Map.of("objections", choice, "objection", choice.get(0).get("value"));
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
