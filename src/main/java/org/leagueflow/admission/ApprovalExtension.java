package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.leagueflow.deadline.Extensible;
import org.leagueflow.deadline.ExtensionRule;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.Offices;

/** The approving committee takes more time, with a reason, up to the limit (细则§26). */
record ApprovalExtension(AdmissionTermService terms, Admissions admissions, Offices offices) implements ExtensionRule {

	@Override
	public String process() {
		return "admission";
	}

	@Override
	public Optional<Extensible> extensible(CaseId caseId) {
		return this.terms.approval(caseId);
	}

	@Override
	public LocalDate started(CaseId caseId) {
		return this.admissions.of(caseId).submittedOn();
	}

	@Override
	public boolean grants(Actor by, CaseId caseId) {
		return this.admissions.findByCaseId(caseId.value())
			.filter((one) -> this.offices.approves(by, one.branchId()))
			.isPresent();
	}

	@Override
	public void requireGranting(Actor by, CaseId caseId) {
		this.offices.requireApproving(by, this.admissions.of(caseId).branchId());
	}

}
