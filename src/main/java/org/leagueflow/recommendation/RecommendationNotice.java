package org.leagueflow.recommendation;

import java.util.Arrays;
import java.util.List;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.publicity.Announcement;
import org.leagueflow.publicity.NoticeCard;
import org.leagueflow.publicity.NoticeMatter;
import org.springframework.stereotype.Component;

/**
 * The public notice of a recommendation: announced by the League committee, which also
 * decides on objections (异议向上级团组织反映).
 */
@Component
class RecommendationNotice implements NoticeMatter {

	static final String MATTER = "recommendation-announce";

	private static final String TEXT = "recommendation.announcement.";

	private final Recommendations recommendations;

	private final Cases cases;

	private final People people;

	private final Offices offices;

	RecommendationNotice(Recommendations recommendations, Cases cases, People people, Offices offices) {
		this.recommendations = recommendations;
		this.cases = cases;
		this.people = people;
		this.offices = offices;
	}

	@Override
	public String name() {
		return MATTER;
	}

	@Override
	public List<String> texts() {
		return Arrays.stream(Line.values()).map((line) -> TEXT + line.code()).toList();
	}

	@Override
	public Announcement announcement(CaseId caseId) {
		Recommendation one = this.recommendations.of(caseId);
		PersonCard person = this.people.person(one.personId());
		return new Announcement(committee(one).id(), List.of(Subject.person(person.id(), person.name())),
				Message.of(TEXT + one.line().code(), this.people.unit(one.branchId()).name(), person.name()),
				RecommendationRules.NOTICE_WORKDAYS);
	}

	@Override
	public TaskRouting.Seat decides(CaseId caseId) {
		UnitCard unit = committee(this.recommendations.of(caseId));
		return new TaskRouting.Seat(this.offices.committee(unit), unit.id());
	}

	@Override
	public void require(CaseId caseId, Actor by) {
		if (this.recommendations.of(caseId).personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.recommendation.ownCase");
		}
		if (!decidedBy(caseId, by)) {
			throw new Refusal.NotAllowed("refusal.recommendation.notDecider",
					committee(this.recommendations.of(caseId)).name());
		}
	}

	@Override
	public boolean decidedBy(CaseId caseId, Actor by) {
		Recommendation one = this.recommendations.of(caseId);
		return one.personId() != by.personId() && this.offices.leads(by, committee(one).path());
	}

	@Override
	public void opened(CaseId caseId, NoticeCard notice) {
		this.cases.note(caseId, Actor.SYSTEM, Message.of("recommendation.note.published", notice.firstDay().toString(),
				notice.lastDay().toString(), notice.workdays()), Readers.of(Readers.EVERYONE));
	}

	/** The school's committee, or the nearest unit above the branch that there is. */
	private UnitCard committee(Recommendation one) {
		return this.people.nearest(one.branchId(), UnitKind.COMMITTEE)
			.orElseGet(() -> this.people.lineage(one.branchId()).get(this.people.lineage(one.branchId()).size() - 1));
	}

}
