package org.leagueflow.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.BallotGuard;
import org.leagueflow.meeting.WaitingItem;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the introducers once more before the branch votes, and lets the branch choose
 * others (细则§19).
 */
@Service
@Transactional
class IntroducerService implements BallotGuard {

	private static final String STAGE = "vote";

	private final Admissions admissions;

	private final Eligibility eligibility;

	private final Offices offices;

	private final Agenda agenda;

	private final Cases cases;

	private final People people;

	private final AuditLog auditLog;

	IntroducerService(Admissions admissions, Eligibility eligibility, Offices offices, Agenda agenda, Cases cases,
			People people, AuditLog auditLog) {
		this.admissions = admissions;
		this.eligibility = eligibility;
		this.offices = offices;
		this.agenda = agenda;
		this.cases = cases;
		this.people = people;
		this.auditLog = auditLog;
	}

	/** Whether others may still be chosen: from the choice until the branch has voted. */
	@Transactional(readOnly = true)
	boolean open(CaseCard card) {
		return card.state() == CaseState.OPEN && STAGE.equals(card.stage()) && this.admissions.of(card.id()).unvoted();
	}

	/**
	 * Other introducers than were chosen first, for a reason.
	 * @throws Refusal.Invalid at the field of the one who is not eligible
	 */
	void change(CaseId caseId, long first, long second, String reason, Actor by) {
		CaseCard card = this.cases.card(caseId);
		this.offices.requireKeeping(by, card.unitPath());
		if (!open(card)) {
			throw new Refusal.Conflict("refusal.admission.introducersVoted");
		}
		if (this.agenda.isOnBallot(caseId, AdmissionMatters.BRANCH_MEETING)) {
			throw new Refusal.Conflict("refusal.admission.introducersVoting");
		}
		if (reason == null || reason.isBlank() || Characters.count(reason) > 500) {
			throw Refusal.Invalid.field("reason", "refusal.admission.reason");
		}
		this.eligibility.introducers(this.admissions.of(caseId), first, second);
		this.cases.giveRole(caseId, AdmissionRoles.INTRODUCER, List.of(first, second));
		if (this.agenda.waits(caseId, AdmissionMatters.BRANCH_MEETING)) {
			this.agenda.list(caseId, AdmissionMatters.BRANCH_MEETING);
		}
		String one = this.people.person(first).name();
		String two = this.people.person(second).name();
		this.cases.note(caseId, by, Message.of("admission.note.introducers", one, two, reason));
		this.cases.note(caseId, Actor.SYSTEM, Message.of("admission.note.introducersNow", one, two),
				Readers.of(Readers.SUBJECT, AdmissionRoles.INTRODUCER));
		this.auditLog.record(AuditEvent.of(by, "admission.introducers", "case:" + caseId)
			.on(caseId)
			.in(card.unitId())
			.with(Map.of("introducers", List.of(first, second))));
	}

	@Override
	@Transactional(readOnly = true)
	public void beforeBallot(WaitingItem item) {
		Optional.of(item)
			.filter((one) -> one.matter().equals(AdmissionMatters.BRANCH_MEETING))
			.flatMap((one) -> this.admissions.findByCaseId(one.caseId().value()))
			.flatMap(this::whyNot)
			.ifPresent((why) -> {
				throw new Refusal.Conflict("refusal.admission.introducersChanged", why);
			});
	}

	private Optional<Message> whyNot(Admission admission) {
		return this.cases.holders(admission.caseId(), AdmissionRoles.INTRODUCER)
			.stream()
			.flatMap((person) -> this.eligibility.whyNotIntroducer(admission, person, false).stream())
			.findFirst();
	}

	/** An open ballot runs to its end; the result is asked about once more. */
	@Override
	public boolean goesOn(WaitingItem item) {
		return true;
	}

}
