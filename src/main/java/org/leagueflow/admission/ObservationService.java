package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.audit.Deed;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考察: gates, and the transfer of an activist who changes school (细则§11–§15). */
@Service
@Transactional
class ObservationService {

	private final Admissions admissions;

	private final Gates gates;

	private final Cases cases;

	private final People people;

	private final Eligibility eligibility;

	private final Authority authority;

	private final Processes processes;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	ObservationService(Admissions admissions, Gates gates, Cases cases, People people, Eligibility eligibility,
			Authority authority, Processes processes, AuditLog auditLog, BusinessClock clock) {
		this.admissions = admissions;
		this.gates = gates;
		this.cases = cases;
		this.people = people;
		this.eligibility = eligibility;
		this.authority = authority;
		this.processes = processes;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	LocalDate ends(CaseId caseId) {
		return this.gates.periodEnds(this.admissions.of(caseId));
	}

	@Transactional(readOnly = true)
	List<Gate> gates(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		return (admission.activistOn() != null) ? this.gates.of(admission) : List.of();
	}

	/**
	 * @throws Refusal.Invalid while a gate is closed or a transfer is not answered
	 */
	void conclude(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		if (admission.inTransfer()) {
			throw new Refusal.Conflict("refusal.admission.inTransfer");
		}
		this.gates.pass(admission);
		admission.observed(this.clock.today());
	}

	/** The branch secretary hands the file of somebody who moves to the new branch. */
	void askTransfer(CaseId caseId, long toBranchId, String reason, Actor by) {
		Admission admission = this.admissions.of(caseId);
		this.authority.requireKeeping(by, this.cases.card(caseId).unitPath());
		if (reason == null || reason.isBlank() || reason.length() > 500) {
			throw Refusal.Invalid.field("reason", "refusal.admission.reason");
		}
		UnitCard to = this.people.unit(toBranchId);
		if (admission.inTransfer() || toBranchId == admission.branchId() || !this.eligibility.receives(to)) {
			throw Refusal.Invalid.field("toBranch", "refusal.admission.transferTo", to.name());
		}
		long from = admission.branchId();
		admission.transferAsked(toBranchId);
		this.cases.move(caseId, toBranchId);
		this.cases.note(caseId, by,
				Message.of("admission.note.transferAsked", this.people.unit(from).name(), to.name(), reason));
		this.auditLog.record(
				Deed.of(by, "admission.transferAsked", "case:" + caseId).on(caseId).in(from).changed(from, toBranchId));
		this.processes.tell(caseId, "transfer", java.util.Map.of());
	}

	/**
	 * The receiving branch accepts with new mentors, and the time observed so far is
	 * kept; or the file goes back.
	 */
	void answerTransfer(CaseId caseId, boolean accepted, List<Long> mentors, Actor by) {
		Admission admission = this.admissions.of(caseId);
		if (accepted) {
			UnitCard branch = this.people.unit(admission.branchId());
			this.eligibility.mentors(admission, branch, (mentors != null) ? mentors : List.of());
			this.people.move(admission.applicantId(), branch.id(), this.clock.today(), by);
			this.cases.giveRole(caseId, Roles.MENTOR, mentors);
		}
		else {
			this.cases.move(caseId, admission.transferFrom());
		}
		admission.transferAnswered(accepted);
	}

}
