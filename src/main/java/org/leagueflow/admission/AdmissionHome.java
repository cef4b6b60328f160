package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.forms.Draft;
import org.leagueflow.forms.Drafts;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/**
 * On the home page: the way to apply for whoever may, and the result and the member
 * number for whoever was admitted lately and has been told (细则§25, §41).
 */
@Component
class AdmissionHome implements HomePanel {

	/** Months after the approval for which the result stays on the home page. */
	private static final int MONTHS_SHOWN = 6;

	private final Admissions admissions;

	private final ApplicationStart start;

	private final Drafts drafts;

	private final People people;

	private final BusinessClock clock;

	AdmissionHome(Admissions admissions, ApplicationStart start, Drafts drafts, People people, BusinessClock clock) {
		this.admissions = admissions;
		this.start = start;
		this.drafts = drafts;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 4;
	}

	@Override
	public String template() {
		return "admission/home";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		return this.people.persons(List.of(reader.personId()))
			.stream()
			.findFirst()
			.flatMap((person) -> person.member() ? result(person) : apply(reader));
	}

	private Optional<Map<String, Object>> apply(Actor reader) {
		return this.start.offered(reader)
				? Optional.of(Map.of("begun",
						this.drafts.find(reader.personId(), Draft.ofStart(this.start.process())).isPresent()))
				: Optional.empty();
	}

	private Optional<Map<String, Object>> result(PersonCard person) {
		LocalDate from = this.clock.today().minusMonths(MONTHS_SHOWN);
		if (person.memberSince() == null || person.memberSince().isBefore(from.minusMonths(MONTHS_SHOWN))) {
			return Optional.empty();
		}
		return this.admissions.findFirstByApplicantIdAndAnnouncedOnNotNullOrderByApprovedOnDesc(person.id())
			.filter((admission) -> !admission.approvedOn().isBefore(from))
			.map(AdmissionHome::shown);
	}

	private static Map<String, Object> shown(Admission admission) {
		Map<String, Object> model = new HashMap<>();
		model.put("caseId", admission.caseId().value());
		model.put("since", admission.votedOn());
		model.put("approvedOn", admission.approvedOn());
		model.put("number", admission.memberNumber());
		model.put("ceremonyOn", admission.ceremonyOn());
		return model;
	}

}
