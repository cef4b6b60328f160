package org.leagueflow.admission;

import java.util.List;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Processes;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.requirement.Requirement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考察: conditions, and the transfer of an activist who changes school (细则§11–§15). */
@Service
@Transactional
class ObservationService {

	private final Admissions admissions;

	private final CandidateRequirements requirements;

	private final Cases cases;

	private final People people;

	private final Eligibility eligibility;

	private final Offices offices;

	private final Processes processes;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	ObservationService(Admissions admissions, CandidateRequirements requirements, Cases cases, People people,
			Eligibility eligibility, Offices offices, Processes processes, AuditLog auditLog, BusinessClock clock) {
		this.admissions = admissions;
		this.requirements = requirements;
		this.cases = cases;
		this.people = people;
		this.eligibility = eligibility;
		this.offices = offices;
		this.processes = processes;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	List<Requirement> requirements(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		return (admission.activistOn() != null) ? this.requirements.of(admission) : List.of();
	}

	/**
	 * @throws Refusal.Invalid while a condition is not met or a transfer is not answered
	 */
	void conclude(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		if (admission.inTransfer()) {
			throw new Refusal.Conflict("refusal.admission.inTransfer");
		}
		this.requirements.require(admission);
		admission.observed(this.clock.today());
	}

	/** Whoever came before the file did stays, in a group of the branch perhaps. */
	private void settle(long applicant, long branch, Actor by) {
		List<UnitCard> lineage = this.people.lineage(this.people.person(applicant).unitId());
		if (lineage.stream().noneMatch((unit) -> unit.id() == branch)) {
			this.people.move(applicant, branch, this.clock.today(), by);
		}
	}

	/**
	 * Whether the file may be handed to another branch: while observed, and once at a
	 * time.
	 */
	@Transactional(readOnly = true)
	boolean transferable(CaseCard card) {
		return card.state() == CaseState.OPEN && "observe".equals(card.stage())
				&& !this.admissions.of(card.id()).inTransfer();
	}

	/** The branch secretary hands the file of somebody who moves to the new branch. */
	void askTransfer(CaseId caseId, long toBranchId, String reason, Actor by) {
		Admission admission = this.admissions.of(caseId);
		this.offices.requireKeeping(by, this.cases.card(caseId).unitPath());
		if (reason == null || reason.isBlank() || Characters.count(reason) > 500) {
			throw Refusal.Invalid.field("reason", "refusal.admission.reason");
		}
		UnitCard to = this.people.unit(toBranchId);
		if (admission.inTransfer() || toBranchId == admission.branchId() || !this.eligibility.receives(to)) {
			throw Refusal.Invalid.field("toBranch", "refusal.admission.transferTo", to.name());
		}
		long from = admission.branchId();
		admission.transferAsked(toBranchId);
		this.cases.note(caseId, by,
				Message.of("admission.note.transferAsked", this.people.unit(from).name(), to.name(), reason));
		this.auditLog.record(AuditEvent.of(by, "admission.transferAsked", "case:" + caseId)
			.on(caseId)
			.in(from)
			.changed(from, toBranchId));
		this.processes.tell(caseId, "transfer", java.util.Map.of());
	}

	/**
	 * The receiving branch accepts with new mentors, and the time observed so far is
	 * kept; or the file stays where it is.
	 */
	void answerTransfer(CaseId caseId, boolean accepted, List<Long> mentors, Actor by) {
		Admission admission = this.admissions.of(caseId);
		UnitCard to = this.people.unit(admission.transferTo());
		if (accepted) {
			this.eligibility.mentors(admission, to, (mentors != null) ? mentors : List.of());
		}
		admission.transferAnswered(accepted);
		if (accepted) {
			admission.approvedBy(this.offices.approving(to.id()).id());
			this.cases.move(caseId, to.id());
			settle(admission.applicantId(), to.id(), by);
			this.cases.giveRole(caseId, AdmissionRoles.MENTOR, mentors);
		}
		this.cases.note(caseId, by,
				Message.of("admission.note.transfer." + (accepted ? "accepted" : "declined"), to.name()),
				Readers.of(Readers.SUBJECT, AdmissionRoles.MENTOR));
	}

}
