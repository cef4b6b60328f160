package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.deadline.CaseTerms;
import org.leagueflow.deadline.Extensible;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.Agenda;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts until when steps of applications have to be done, by the rules of their units.
 */
@Service
@Transactional(readOnly = true)
class AdmissionTermService {

	private final Admissions admissions;

	private final Agenda agenda;

	private final CaseTerms terms;

	AdmissionTermService(Admissions admissions, Agenda agenda, CaseTerms terms) {
		this.admissions = admissions;
		this.agenda = agenda;
		this.terms = terms;
	}

	LocalDate of(AdmissionTerm term, CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		return term.lastDay(admission, (rule) -> this.terms.number(rule, admission.branchId()));
	}

	/**
	 * The last days of all applications that wait for it, in a fixed number of
	 * statements.
	 */
	Map<CaseId, LocalDate> waiting(AdmissionTerm term) {
		return this.terms.lastDays(
				this.admissions.findByRunningApplicantNotNull().stream().filter(term::waits).toList(),
				Admission::caseId, Admission::branchId, term.rules(), term::lastDay);
	}

	/** Those that wait for the committee's decision, and whose time is over. */
	Map<CaseId, LocalDate> unapproved(AdmissionTerm term, LocalDate today) {
		return waiting(term).entrySet()
			.stream()
			.filter((one) -> one.getValue().isBefore(today) && waitsForApproval(one.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Until when the committee may take more time, while the case waits for it. */
	Optional<Extensible> approval(CaseId caseId) {
		return waitsForApproval(caseId)
				? Optional.of(new Extensible(this.admissions.of(caseId).submittedOn(),
						of(AdmissionTerm.APPROVAL, caseId), of(AdmissionTerm.APPROVAL_LIMIT, caseId)))
				: Optional.empty();
	}

	private boolean waitsForApproval(CaseId caseId) {
		return this.agenda.waits(caseId, AdmissionMatters.COMMITTEE_MEETING);
	}

}
