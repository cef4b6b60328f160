package org.leagueflow.admission;

import java.util.List;
import java.util.Optional;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.BallotGuard;
import org.leagueflow.meeting.WaitingItem;
import org.leagueflow.people.AuthorityChanged;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets running applications follow the authority to approve, when it is recalled, granted
 * or expires (细则§23).
 */
@Service
@Transactional
class ApproverService implements BallotGuard {

	private final Admissions admissions;

	private final Offices offices;

	private final Agenda agenda;

	private final Cases cases;

	private final People people;

	ApproverService(Admissions admissions, Offices offices, Agenda agenda, Cases cases, People people) {
		this.admissions = admissions;
		this.offices = offices;
		this.agenda = agenda;
		this.cases = cases;
		this.people = people;
	}

	@Transactional(readOnly = true)
	List<CaseId> undecided() {
		return this.admissions.undecided().stream().map(CaseId::new).toList();
	}

	@EventListener
	public void on(AuthorityChanged event) {
		String path = this.people.unit(event.unitId()).path();
		undecided().stream()
			.filter((caseId) -> this.cases.card(caseId).unitPath().startsWith(path))
			.forEach(this::follow);
	}

	/** Only the unit that holds authority today may approve (细则§23). */
	@Override
	@Transactional(readOnly = true)
	public void beforeBallot(WaitingItem item) {
		elsewhere(item).ifPresent((unit) -> {
			throw new Refusal.Conflict("refusal.people.approving", unit.name());
		});
	}

	/** Authority that ended while papers are being counted ends the ballot (细则§23). */
	@Override
	public boolean goesOn(WaitingItem item) {
		if (elsewhere(item).isEmpty()) {
			return true;
		}
		follow(item.caseId());
		return false;
	}

	/** The unit that approves in the place of the one that meets. */
	private Optional<UnitCard> elsewhere(WaitingItem item) {
		return Optional.of(item.caseId().value())
			.filter((caseId) -> item.matter().equals(AdmissionMatters.COMMITTEE_MEETING))
			.flatMap(this.admissions::findByCaseId)
			.map((admission) -> this.offices.approving(admission.branchId()))
			.filter((unit) -> unit.id() != item.unitId());
	}

	/**
	 * Hands the case's open tasks and its place on an agenda to the unit that holds
	 * authority today.
	 * @return whether it is another unit than before
	 */
	boolean follow(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		UnitCard unit = this.offices.approving(admission.branchId());
		if (!admission.approvedBy(unit.id())) {
			return false;
		}
		this.cases.move(caseId, admission.branchId());
		if (this.agenda.waits(caseId, AdmissionMatters.COMMITTEE_MEETING)) {
			this.agenda.list(caseId, AdmissionMatters.COMMITTEE_MEETING);
		}
		this.cases.note(caseId, Actor.SYSTEM, Message.of("admission.note.authority", unit.name()));
		return true;
	}

}
