package org.leagueflow.recommendation;

import java.util.Map;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.meeting.MeetingDecision;
import org.leagueflow.people.Offices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 考察: votes alone decide nothing (不唯票). The branch committee decides together what it
 * found; a branch without one says it through its secretary.
 */
@Service
@Transactional
class FindingService {

	private static final String BOX = "decideFinding";

	private final Recommendations recommendations;

	private final CommitteeDecisions committee;

	private final Offices offices;

	private final BusinessClock clock;

	FindingService(Recommendations recommendations, CommitteeDecisions committee, Offices offices,
			BusinessClock clock) {
		this.recommendations = recommendations;
		this.committee = committee;
		this.offices = offices;
		this.clock = clock;
	}

	/** Whether several people can decide together; one alone is no committee. */
	@Transactional(readOnly = true)
	boolean hasCommittee(CaseId caseId) {
		return this.offices.committeeMembers(this.recommendations.of(caseId).branchId()).size() > 1;
	}

	/** The finding goes on the agenda of the committee when its box is reached. */
	@EventListener
	public void on(TaskEvent.TaskOpened event) {
		if ("recommendation".equals(event.task().process()) && BOX.equals(event.task().box())) {
			CaseId caseId = event.task().caseId();
			this.committee.list(caseId, RecommendationMatters.FINDING, this.recommendations.of(caseId).branchId());
		}
	}

	/** What the form of the committee's box offers. */
	@Transactional(readOnly = true)
	Map<String, Object> offered(CaseId caseId) {
		return this.committee.offered(caseId, RecommendationMatters.FINDING,
				this.recommendations.of(caseId).branchId());
	}

	/**
	 * @throws org.leagueflow.kernel.Refusal.Invalid when the answer is another than the
	 * committee's
	 */
	void decide(CaseId caseId, Answers answers, Actor by) {
		Recommendation one = this.recommendations.ofOther(caseId, by);
		MeetingDecision decision = this.committee.decided(caseId, RecommendationMatters.FINDING, one.branchId(),
				answers, by);
		boolean suited = "support".equals(answers.text("opinion"));
		decision.requireAnswer("opinion", suited);
		one.investigated(suited, this.clock.today());
	}

	/** What a branch without a committee found; reasons are asked for by the form. */
	void investigate(CaseId caseId, boolean suited, Actor by) {
		this.recommendations.ofOther(caseId, by).investigated(suited, this.clock.today());
	}

}
