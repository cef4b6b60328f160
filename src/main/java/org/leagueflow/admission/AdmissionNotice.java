package org.leagueflow.admission;

import java.util.List;
import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.publicity.Announcement;
import org.leagueflow.publicity.NoticeMatter;

/**
 * What is announced of an applicant, by the unit that holds authority over the branch
 * (细则§18, §23). Objections are decided by whoever holds it on the day.
 *
 * @param box the box that announces
 */
record AdmissionNotice(String box, Admissions admissions, Offices offices, People people) implements NoticeMatter {

	/** That somebody is to be admitted (细则§18). */
	static final String CANDIDATE = "admission-publish";

	/** That somebody is to become an activist. */
	static final String ACTIVIST = "admission-publishActivist";

	@Override
	public String name() {
		return "admission-" + this.box;
	}

	@Override
	public List<String> texts() {
		return List.of("admission.notice." + this.box);
	}

	@Override
	public Announcement announcement(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		UnitCard unit = this.offices.approving(admission.branchId());
		String name = this.people.person(admission.applicantId()).name();
		return new Announcement(unit.id(), List.of(Subject.person(admission.applicantId(), name)), Message
			.of("admission.notice." + this.box, this.people.unit(admission.branchId()).name(), unit.name(), name),
				AdmissionRules.PUBLICITY_WORKDAYS);
	}

	@Override
	public Seat decides(CaseId caseId) {
		UnitCard unit = this.offices.approving(branch(caseId));
		return new Seat(this.offices.committee(unit), unit.id());
	}

	@Override
	public void require(CaseId caseId, Actor by) {
		this.offices.requireApproving(by, branch(caseId));
	}

	@Override
	public boolean decidedBy(CaseId caseId, Actor by) {
		return this.offices.approves(by, branch(caseId));
	}

	private long branch(CaseId caseId) {
		return this.admissions.of(caseId).branchId();
	}

}
