package org.leagueflow.admission;

import java.util.List;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.notification.CaseNotifications;
import org.leagueflow.notification.Recipient;
import org.leagueflow.people.People;
import org.leagueflow.people.PersonLeft;
import org.leagueflow.people.PersonMoved;
import org.leagueflow.people.PersonRestricted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets applications follow what becomes of people: an applicant who moves, a mentor or an
 * introducer who leaves or loses rights.
 */
@Service
@Transactional
class LeavingService {

	private static final String PROCESS = "admission";

	private final Admissions admissions;

	private final CaseNotifications notifications;

	private final IntroducerService introducers;

	private final Cases cases;

	private final People people;

	LeavingService(Admissions admissions, CaseNotifications notifications, IntroducerService introducers, Cases cases,
			People people) {
		this.admissions = admissions;
		this.notifications = notifications;
		this.introducers = introducers;
		this.cases = cases;
		this.people = people;
	}

	@EventListener
	public void on(PersonLeft event) {
		this.cases.parts(event.personId())
			.stream()
			.filter((part) -> part.role().equals(AdmissionRoles.MENTOR) && ours(part.caseId()))
			.forEach((part) -> without(part.caseId(), event.personId()));
		introduces(event.personId(), "introducerLeft");
	}

	@EventListener
	public void on(PersonRestricted event) {
		introduces(event.personId(), "introducerRestricted");
	}

	/** Once the branch has voted, its introducers have done their part. */
	private void introduces(long person, String what) {
		this.cases.parts(person)
			.stream()
			.filter((part) -> part.role().equals(AdmissionRoles.INTRODUCER) && ours(part.caseId())
					&& this.introducers.open(this.cases.card(part.caseId())))
			.forEach((part) -> tell(part.caseId(), Roles.BRANCH_COMMITTEE, what, this.people.person(person).name()));
	}

	/** The other mentor goes on alone; without any the branch committee takes over. */
	private void without(CaseId caseId, long mentor) {
		List<Long> left = this.cases.holders(caseId, AdmissionRoles.MENTOR)
			.stream()
			.filter((one) -> one != mentor)
			.toList();
		this.cases.giveRole(caseId, AdmissionRoles.MENTOR, left);
		tell(caseId, Roles.BRANCH_COMMITTEE, "mentorLeft", this.people.person(mentor).name());
	}

	/** The file does not move by itself: the branches hand it over (细则§14). */
	@EventListener
	public void on(PersonMoved event) {
		for (CaseId caseId : this.cases.openOf(event.personId(), PROCESS)) {
			long branch = this.admissions.of(caseId).branchId();
			boolean still = this.people.lineage(event.toUnitId()).stream().anyMatch((unit) -> unit.id() == branch);
			if (!still) {
				tell(caseId, Roles.BRANCH_SECRETARY, "moved", this.people.unit(event.toUnitId()).name());
			}
		}
	}

	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		if (event.process().equals(PROCESS)) {
			this.admissions.findByCaseId(event.caseId().value()).ifPresent(Admission::over);
		}
	}

	private void tell(CaseId caseId, String role, String key, String name) {
		this.notifications.tell(caseId, Recipient.post(role), "admission.told." + key, name);
	}

	private boolean ours(CaseId caseId) {
		return this.admissions.findByCaseId(caseId.value()).isPresent();
	}

}
