package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Processes;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Months;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.ItemDecided;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.Policies;
import org.leagueflow.quota.NumberPool;
import org.leagueflow.voting.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 表决 and 审批: both are decided by meetings, never by one person (细则§20–§26). */
@Service
@Transactional
class VerdictService {

	private final Admissions admissions;

	private final Cases cases;

	private final People people;

	private final Policies policies;

	private final Offices offices;

	private final Agenda agenda;

	private final NumberPool numbers;

	private final Processes processes;

	private final Reminders reminders;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	VerdictService(Admissions admissions, Cases cases, People people, Policies policies, Offices offices, Agenda agenda,
			NumberPool numbers, Processes processes, Reminders reminders, AuditLog auditLog, BusinessClock clock) {
		this.admissions = admissions;
		this.cases = cases;
		this.people = people;
		this.policies = policies;
		this.offices = offices;
		this.agenda = agenda;
		this.numbers = numbers;
		this.processes = processes;
		this.reminders = reminders;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	void fillBook(CaseId caseId) {
		this.admissions.of(caseId).bookFilled(this.clock.today());
	}

	/** A void meeting decides nothing; the case simply waits for the next one. */
	void activist(ItemDecided event) {
		if (event.outcome() != Outcome.VOID) {
			this.admissions.of(event.caseId())
				.activistDecided(event.heldOn(), event.outcome() == Outcome.PASSED, this.clock.today());
			tellEarlier(event, "activist-meeting");
		}
	}

	void consented(ItemDecided event) {
		if (event.outcome() != Outcome.VOID) {
			NextStep next = (event.outcome() == Outcome.PASSED) ? NextStep.ONWARD : NextStep.CONTINUE;
			this.admissions.of(event.caseId()).consented(event.heldOn(), next, this.clock.today());
			tellEarlier(event, "consent-meeting");
		}
	}

	void voted(ItemDecided event) {
		this.admissions.of(event.caseId()).voted(event.outcome(), event.heldOn());
		tellEarlier(event, "branch-meeting");
	}

	/** Where the authority to approve lies today (细则§23). */
	@Transactional(readOnly = true)
	long approvingUnit(CaseId caseId) {
		return this.offices.approving(this.admissions.of(caseId).branchId()).id();
	}

	void approved(ItemDecided event) {
		this.admissions.of(event.caseId()).committeeDecided(event.outcome(), event.heldOn());
		tellEarlier(event, "committee-meeting");
	}

	/** Cases of earlier editions wait for a message of the matter's own. */
	private void tellEarlier(ItemDecided event, String message) {
		this.processes.tellIfWaiting(event.caseId(), message, Map.of());
	}

	@Transactional(readOnly = true)
	boolean passed(CaseId caseId) {
		return this.admissions.of(caseId).verdict() == Outcome.PASSED;
	}

	@Transactional(readOnly = true)
	boolean meetingVoid(CaseId caseId) {
		return this.admissions.of(caseId).verdict() == Outcome.VOID;
	}

	/**
	 * @throws Refusal.Conflict before the resolution is on paper, with the secretary's
	 * signature (细则§21)
	 */
	void submit(CaseId caseId, LocalDate on) {
		if (!this.agenda.signed(caseId, AdmissionMatters.BRANCH_MEETING)) {
			throw new Refusal.Conflict("refusal.admission.minutesUnsigned");
		}
		this.admissions.of(caseId).submitted(on, this.clock.today());
	}

	/** One calendar month after submission (细则§26). */
	@Transactional(readOnly = true)
	LocalDate approvalDue(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		String path = branch(admission).path();
		return Months.within(admission.submittedOn(), this.policies.number(Policies.APPROVE_DUE_MONTHS, path),
				this.policies.number(Policies.APPROVE_DUE_DAYS, path));
	}

	/**
	 * Three calendar months after submission; not even a reason extends it further
	 * (细则§26).
	 */
	@Transactional(readOnly = true)
	LocalDate approvalLimit(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		return Months.after(admission.submittedOn(),
				this.policies.number(Policies.APPROVE_MAX_MONTHS, branch(admission).path()));
	}

	/** Until when the committee may take more time, while the case waits for it. */
	@Transactional(readOnly = true)
	Optional<Extension> extension(CaseId caseId) {
		return this.agenda.waits(caseId, AdmissionMatters.COMMITTEE_MEETING)
				? Optional.of(new Extension(approvalDue(caseId), approvalLimit(caseId))) : Optional.empty();
	}

	/**
	 * How far an approval may be extended.
	 *
	 * @param due the last day without any extension
	 * @param limit the last day with one
	 */
	record Extension(LocalDate due, LocalDate limit) {

		/** The first day that extends anything; public because the page asks for it. */
		public LocalDate from() {
			return this.due.plusDays(1);
		}

	}

	/** The committee takes more time, with a reason, up to the limit. */
	void extend(CaseId caseId, LocalDate to, String reason, Actor by) {
		Admission admission = this.admissions.of(caseId);
		this.offices.requireApproving(by, admission.branchId());
		if (!this.agenda.waits(caseId, AdmissionMatters.COMMITTEE_MEETING)) {
			throw new Refusal.Conflict("refusal.admission.notInApproval");
		}
		LocalDate limit = approvalLimit(caseId);
		if (to == null || to.isAfter(limit) || !to.isAfter(approvalDue(caseId))) {
			throw Refusal.Invalid.field("to", "refusal.admission.extendTo", approvalDue(caseId).toString(),
					limit.toString());
		}
		if (reason == null || reason.isBlank() || reason.length() > 1000) {
			throw Refusal.Invalid.field("reason", "refusal.admission.extendReason");
		}
		admission.extended(to, reason);
		this.cases.note(caseId, by, Message.of("admission.note.extended", to.toString(), reason));
		this.auditLog.record(AuditEvent.of(by, "admission.extended", "case:" + caseId)
			.on(caseId)
			.in(this.offices.approving(admission.branchId()).id())
			.with(Map.of("to", to.toString())));
	}

	/**
	 * Overdue reminds and never decides; an extension that still runs keeps the peace.
	 */
	void remindApproval(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		if (admission.extendedTo() == null || admission.extendedTo().isBefore(this.clock.today())) {
			this.reminders.committee(caseId, this.offices.approving(admission.branchId()), "approvalDue",
					approvalDue(caseId).toString());
		}
	}

	@Transactional(readOnly = true)
	List<CaseId> extensionsOver() {
		return this.admissions.extensionsOver(this.clock.today()).stream().map(CaseId::new).toList();
	}

	/** The extension has run out without a decision: the committee is reminded again. */
	void extensionOver(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		if (this.agenda.waits(caseId, AdmissionMatters.COMMITTEE_MEETING)) {
			this.reminders.committee(caseId, this.offices.approving(admission.branchId()), "extensionOver",
					admission.extendedTo().toString());
		}
		admission.extensionOver();
	}

	/** At the limit the level above is told. */
	void escalateApproval(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		UnitCard unit = this.offices.approving(admission.branchId());
		UnitCard above = (unit.parentId() != null) ? this.people.unit(unit.parentId()) : unit;
		this.reminders.committee(caseId, above, "approvalLimit", approvalLimit(caseId).toString());
	}

	/**
	 * Membership exists from here, and counts from the day of the branch general meeting
	 * (细则§25).
	 */
	void admitMember(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		String number = this.numbers.use(caseId);
		admission.numbered(number);
		this.people.admit(admission.applicantId(), admission.branchId(), admission.votedOn(), number, Actor.SYSTEM);
		this.cases.note(caseId, Actor.SYSTEM,
				Message.of("admission.note.admitted", admission.votedOn().toString(), number),
				Readers.of(Readers.EVERYONE));
	}

	/** 报县级以上团委备案 (细则§26). */
	void fileWithCounty(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		this.people.nearest(admission.branchId(), UnitKind.COUNTY_COMMITTEE)
			.ifPresent((county) -> this.reminders.committee(caseId, county, "filed", admission.memberNumber()));
	}

	/** Number back to the pool; nothing else remains of a no but the record. */
	void release(CaseId caseId) {
		this.numbers.release(caseId);
		this.admissions.of(caseId).numbered(null);
	}

	private UnitCard branch(Admission admission) {
		return this.people.unit(admission.branchId());
	}

}
