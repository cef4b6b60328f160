package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.Map;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Processes;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.ItemDecided;
import org.leagueflow.notification.CaseNotifications;
import org.leagueflow.notification.Recipient;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
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

	private final Offices offices;

	private final Agenda agenda;

	private final NumberPool numbers;

	private final Processes processes;

	private final CaseNotifications notifications;

	private final BusinessClock clock;

	VerdictService(Admissions admissions, Cases cases, People people, Offices offices, Agenda agenda,
			NumberPool numbers, Processes processes, CaseNotifications notifications, BusinessClock clock) {
		this.admissions = admissions;
		this.cases = cases;
		this.people = people;
		this.offices = offices;
		this.agenda = agenda;
		this.numbers = numbers;
		this.processes = processes;
		this.notifications = notifications;
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
			.ifPresent((county) -> this.notifications.tell(caseId,
					Recipient.post(this.offices.committee(county), county.id()), "admission.told.filed",
					admission.memberNumber()));
	}

	/** Number back to the pool; nothing else remains of a no but the record. */
	void release(CaseId caseId) {
		this.numbers.release(caseId);
		this.admissions.of(caseId).numbered(null);
	}

}
