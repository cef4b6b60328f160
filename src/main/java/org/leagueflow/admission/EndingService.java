package org.leagueflow.admission;

import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.people.Offices;
import org.leagueflow.publicity.Notices;
import org.leagueflow.quota.NumberPool;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Endings that come from outside the steps: the applicant withdraws, or the person leaves
 * or dies.
 */
@Service
@Transactional
class EndingService {

	private final Admissions admissions;

	private final Offices offices;

	private final Cases cases;

	private final Processes processes;

	private final NumberPool numbers;

	private final Agenda agenda;

	private final Notices notices;

	private final AuditLog auditLog;

	EndingService(Admissions admissions, Offices offices, Cases cases, Processes processes, NumberPool numbers,
			Agenda agenda, Notices notices, AuditLog auditLog) {
		this.admissions = admissions;
		this.offices = offices;
		this.cases = cases;
		this.processes = processes;
		this.numbers = numbers;
		this.agenda = agenda;
		this.notices = notices;
		this.auditLog = auditLog;
	}

	/**
	 * The applicant may withdraw until approved; a member leaves the League in another
	 * way.
	 */
	void withdraw(CaseId caseId, String reason, Actor by) {
		Admission admission = this.admissions.of(caseId);
		requireApplicant(admission, by);
		requireRunning(caseId);
		if (admission.approvedOn() != null) {
			throw new Refusal.Conflict("refusal.admission.withdrawTooLate");
		}
		end(caseId, "withdrawn", "admission.withdrawn", reason, by);
	}

	private void requireRunning(CaseId caseId) {
		if (this.cases.card(caseId).state() != CaseState.OPEN) {
			throw new Refusal.Conflict("refusal.admission.over");
		}
	}

	/**
	 * @throws Refusal.NotAllowed to everybody but the applicant
	 */
	@Transactional(readOnly = true)
	void requireApplicant(CaseId caseId, Actor by) {
		requireApplicant(this.admissions.of(caseId), by);
	}

	private static void requireApplicant(Admission admission, Actor by) {
		if (admission.applicantId() != by.personId()) {
			throw new Refusal.NotAllowed("refusal.admission.withdrawNotYours");
		}
	}

	/** Branch secretary or committee records death or departure. */
	void depart(CaseId caseId, String reason, Actor by) {
		this.offices.requireKeeping(by, this.cases.card(caseId).unitPath());
		requireRunning(caseId);
		end(caseId, "departed", "admission.departed", reason, by);
	}

	/** The person is no longer on the roll. */
	void left(CaseId caseId, String reason) {
		this.cases.note(caseId, Actor.SYSTEM, Message.of("admission.note.left." + reason));
		this.auditLog
			.record(AuditEvent.of(Actor.SYSTEM, "admission.departed", "case:" + caseId).on(caseId).with(reason));
		this.processes.tell(caseId, "departed", Map.of());
	}

	private void end(CaseId caseId, String message, String recordedAs, String reason, Actor by) {
		if (reason == null || reason.isBlank() || Characters.count(reason) > 500) {
			throw Refusal.Invalid.field("reason", "refusal.admission.reason");
		}
		this.cases.note(caseId, by, Message.of("admission.note." + message, reason));
		this.auditLog.record(AuditEvent.of(by, recordedAs, "case:" + caseId).on(caseId));
		this.processes.tell(caseId, message, Map.of());
	}

	/** Gives back whatever the case still held. */
	void standDown(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		this.agenda.withdraw(caseId);
		this.notices.withdraw(caseId, "", Actor.SYSTEM);
		if (admission.approvedOn() == null) {
			this.numbers.release(caseId);
			admission.numbered(null);
		}
	}

}
