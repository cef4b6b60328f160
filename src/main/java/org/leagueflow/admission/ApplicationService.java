package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.meeting.MeetingDecision;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 推荐: from the application to the activist with mentors (细则§6–§10). */
@Service
@Transactional
class ApplicationService {

	private final Admissions admissions;

	private final Cases cases;

	private final People people;

	private final Eligibility eligibility;

	private final Offices offices;

	private final CommitteeDecisions committee;

	private final BusinessClock clock;

	ApplicationService(Admissions admissions, Cases cases, People people, Eligibility eligibility, Offices offices,
			CommitteeDecisions committee, BusinessClock clock) {
		this.admissions = admissions;
		this.cases = cases;
		this.people = people;
		this.eligibility = eligibility;
		this.offices = offices;
		this.committee = committee;
		this.clock = clock;
	}

	void apply(CaseId caseId) {
		CaseCard card = this.cases.card(caseId);
		Admission admission = new Admission(caseId, card.subjectPersonId(), card.unitId(), this.clock.today());
		admission.approvedBy(this.offices.approving(card.unitId()).id());
		try {
			this.admissions.saveAndFlush(admission);
		}
		catch (DataIntegrityViolationException ex) {
			// Two starts at once: the other one was first.
			throw new Refusal.Conflict("refusal.admission.apply.running");
		}
	}

	void talk(CaseId caseId, LocalDate on) {
		this.admissions.of(caseId).talked(on, this.clock.today());
	}

	/**
	 * @throws Refusal.Invalid below fifteen without the Young Pioneers (细则§17)
	 */
	void nominate(CaseId caseId, boolean byPioneers, Integer membersHeard) {
		Admission admission = this.admissions.of(caseId);
		this.eligibility.pioneers(admission.applicantId(), branch(admission).path(), byPioneers, false);
		if (!byPioneers && (membersHeard == null || membersHeard < 1)) {
			throw Refusal.Invalid.field("membersHeard", "refusal.admission.membersHeard");
		}
		admission.nominated(this.clock.today(), byPioneers);
		this.committee.list(caseId, AdmissionMatters.DECIDE, admission.branchId());
	}

	@Transactional(readOnly = true)
	boolean hasCommittee(CaseId caseId) {
		return this.people.hasBranchCommittee(this.admissions.of(caseId).branchId());
	}

	void decide(CaseId caseId, Answers answers, Actor by) {
		Admission admission = this.admissions.of(caseId);
		MeetingDecision decision = this.committee.decided(caseId, AdmissionMatters.DECIDE, admission.branchId(),
				answers, by);
		admission.activistDecided(decision.heldOn(), decision.passed(), this.clock.today());
	}

	void approveActivist(CaseId caseId, String decision) {
		Admission admission = this.admissions.of(caseId);
		switch (decision) {
			case "approve" -> admission.activistApproved(this.clock.today());
			case "refuse" -> admission.goes(NextStep.STOP);
			default -> admission.goes(NextStep.ONWARD);
		}
	}

	void appointMentors(CaseId caseId, List<Long> mentors) {
		Admission admission = this.admissions.of(caseId);
		this.eligibility.mentors(admission, branch(admission), mentors);
		this.cases.giveRole(caseId, AdmissionRoles.MENTOR, mentors.stream().distinct().toList());
	}

	private UnitCard branch(Admission admission) {
		return this.people.unit(admission.branchId());
	}

}
