package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.deadline.Extensible;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
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

	private final People people;

	private final Policies policies;

	AdmissionTermService(Admissions admissions, Agenda agenda, People people, Policies policies) {
		this.admissions = admissions;
		this.agenda = agenda;
		this.people = people;
		this.policies = policies;
	}

	LocalDate of(AdmissionTerm term, CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		String path = this.people.unit(admission.branchId()).path();
		return term.lastDay(admission, (rule) -> this.policies.number(rule, path));
	}

	/**
	 * The last days of all applications that wait for it, in a fixed number of
	 * statements.
	 */
	Map<CaseId, LocalDate> waiting(AdmissionTerm term) {
		List<Admission> waiting = this.admissions.findByRunningApplicantNotNull().stream().filter(term::waits).toList();
		PolicyTable table = this.policies.sheet(term.rules());
		Map<Long, String> paths = new HashMap<>();
		this.people.units().forEach((unit) -> paths.put(unit.id(), unit.path()));
		Map<CaseId, LocalDate> days = new HashMap<>();
		waiting.forEach((one) -> days.put(one.caseId(),
				term.lastDay(one, (rule) -> table.of(rule, path(paths, one)).number())));
		return days;
	}

	/** A branch may have been closed while an application ran. */
	private String path(Map<Long, String> open, Admission admission) {
		return open.computeIfAbsent(admission.branchId(), (branch) -> this.people.unit(branch).path());
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
