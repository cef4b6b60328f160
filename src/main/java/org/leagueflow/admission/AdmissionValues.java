package org.leagueflow.admission;

import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskValues;
import org.leagueflow.kernel.Actor;
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.people.GuideChoices;
import org.leagueflow.publicity.Notices;
import org.leagueflow.publicity.Objections;
import org.springframework.stereotype.Component;

/**
 * What the forms of admission offer and fill in: whom as mentors and introducers (members
 * of the branch, staff and Party members of the school), and what meetings decided.
 */
@Component
class AdmissionValues implements TaskValues {

	private final Admissions admissions;

	private final GuideChoices guides;

	private final Cases cases;

	private final Notices notices;

	private final Objections objections;

	private final CommitteeDecisions committee;

	AdmissionValues(Admissions admissions, GuideChoices guides, Cases cases, Notices notices, Objections objections,
			CommitteeDecisions committee) {
		this.admissions = admissions;
		this.guides = guides;
		this.cases = cases;
		this.notices = notices;
		this.objections = objections;
		this.committee = committee;
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
			case "receiveTransfer" -> Map.of("people",
					this.guides.of(this.admissions.of(card.id()).transferTo(), List.of(), card.subjectPersonId()));
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
		return this.guides.of(card.unitId(), this.cases.holders(card.id(), AdmissionRoles.MENTOR),
				card.subjectPersonId());
	}

}
