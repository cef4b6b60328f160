package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.meeting.MeetingDecision;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.leagueflow.publicity.Notices;
import org.leagueflow.quota.NumberPool;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 评议: appraisal, consent, pre-review, number, book, introducers (细则§16–§19).
 */
@Service
@Transactional
class AppraisalService {

	private final Admissions admissions;

	private final CandidateRequirements requirements;

	private final Eligibility eligibility;

	private final Cases cases;

	private final People people;

	private final Policies policies;

	private final CommitteeDecisions committee;

	private final NumberPool numbers;

	private final Notices notices;

	private final BusinessClock clock;

	AppraisalService(Admissions admissions, CandidateRequirements requirements, Eligibility eligibility, Cases cases,
			People people, Policies policies, CommitteeDecisions committee, NumberPool numbers, Notices notices,
			BusinessClock clock) {
		this.admissions = admissions;
		this.requirements = requirements;
		this.eligibility = eligibility;
		this.cases = cases;
		this.people = people;
		this.policies = policies;
		this.committee = committee;
		this.numbers = numbers;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * @throws Refusal.Invalid when nobody was heard, or below fifteen without the Young
	 * Pioneers (细则§16, §17)
	 */
	void evaluate(CaseId caseId, Appraisal appraisal) {
		Admission admission = this.admissions.of(caseId);
		boolean pioneers = "pioneers".equals(appraisal.recommendedBy());
		this.eligibility.pioneers(admission.applicantId(), path(admission), pioneers,
				admission.byPioneers() || !appraisal.proposes());
		if (appraisal.proposes()) {
			heard(appraisal);
		}
		admission.appraised(this.clock.today(), pioneers, course(appraisal.appraisal()));
		if (appraisal.proposes()) {
			this.committee.list(caseId, AdmissionMatters.CONSENT, admission.branchId());
		}
	}

	private static void heard(Appraisal appraisal) {
		if (appraisal.membersHeard() < 1) {
			throw Refusal.Invalid.field("membersHeard", "refusal.admission.heard");
		}
		if (appraisal.massesHeard() < 1) {
			throw Refusal.Invalid.field("massesHeard", "refusal.admission.heard");
		}
	}

	/**
	 * @throws Refusal.Invalid when the answer is another than the committee's
	 */
	void consent(CaseId caseId, Answers answers, Actor by) {
		Admission admission = this.admissions.of(caseId);
		MeetingDecision decision = this.committee.decided(caseId, AdmissionMatters.CONSENT, admission.branchId(),
				answers, by);
		String answer = answers.text("consent");
		decision.requireAnswer("consent", answer.equals("agree"));
		admission.consented(decision.heldOn(), course(answer), this.clock.today());
	}

	/**
	 * @throws Refusal.Invalid while a condition is not met: the pre-review looks at all
	 * of them again (细则§18)
	 */
	void preReview(CaseId caseId, String answer) {
		Admission admission = this.admissions.of(caseId);
		switch (answer) {
			case "approve" -> {
				this.requirements.require(admission);
				admission.preReviewed(this.clock.today());
			}
			case "refuse" -> admission.goes(NextStep.CONTINUE);
			default -> admission.goes(NextStep.ONWARD);
		}
	}

	void reserveNumber(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		admission.numbered(this.numbers.reserve(caseId, admission.branchId()));
	}

	void releaseNumber(CaseId caseId) {
		this.numbers.release(caseId);
		this.admissions.of(caseId).numbered(null);
	}

	/** Some units announce whom they take for activists, too; none has to. */
	@Transactional(readOnly = true)
	boolean announcesActivists(CaseId caseId) {
		return this.policies.flag(AdmissionRules.ACTIVIST_PUBLICITY, path(this.admissions.of(caseId)));
	}

	void issueBook(CaseId caseId, String number, LocalDate on) {
		Admission admission = this.admissions.of(caseId);
		if (this.admissions.existsByBookNumberAndCaseIdNot(number, caseId.value())) {
			throw Refusal.Invalid.field("bookNumber", "refusal.admission.bookTaken", number);
		}
		admission.bookIssued(number, on, this.notices.cleanFrom(caseId, AdmissionNotice.CANDIDATE), this.clock.today());
	}

	void chooseIntroducers(CaseId caseId, long first, long second) {
		Admission admission = this.admissions.of(caseId);
		this.eligibility.introducers(admission, first, second);
		this.cases.giveRole(caseId, AdmissionRoles.INTRODUCER, List.of(first, second));
		admission.introduced();
	}

	/** What the branch chose after a no: observe further, or end. */
	void choose(CaseId caseId, String answer) {
		this.admissions.of(caseId).goes(course(answer));
	}

	private static NextStep course(String answer) {
		return switch (answer) {
			case "propose", "agree" -> NextStep.ONWARD;
			case "continue" -> NextStep.CONTINUE;
			default -> NextStep.STOP;
		};
	}

	private String path(Admission admission) {
		return this.people.unit(admission.branchId()).path();
	}

	/**
	 * What the branch committee found, having heard mentors, members and others (细则§16).
	 *
	 * @param membersHeard how many members and Party members were heard
	 * @param massesHeard how many others were heard
	 * @param recommendedBy {@code pioneers} when the Young Pioneers recommended
	 * @param appraisal {@code propose}, {@code continue} or {@code stop}
	 */
	record Appraisal(int membersHeard, int massesHeard, String recommendedBy, String appraisal) {

		public boolean proposes() {
			return "propose".equals(this.appraisal);
		}

	}

}
