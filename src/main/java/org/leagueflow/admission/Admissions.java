package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The applications. */
interface Admissions extends Repository<Admission, Long> {

	Admission saveAndFlush(Admission admission);

	Optional<Admission> findByCaseId(long caseId);

	/** What was last approved and announced for this person. */
	Optional<Admission> findFirstByApplicantIdAndAnnouncedOnNotNullOrderByApprovedOnDesc(long applicantId);

	/** Approved, and yet to swear the oath. */
	@Query("select a from Admission a where a.approvedOn is not null and a.ceremonyOn is null order by a.approvedOn, a.caseId")
	List<Admission> waitingForCeremony();

	/** Approved between the two days. */
	@Query("select a from Admission a where a.approvedOn between :from and :until order by a.approvedOn, a.caseId")
	List<Admission> approvedBetween(LocalDate from, LocalDate until);

	/** Who of the branch is past pre-review and not approved yet. */
	@Query("select a.applicantId from Admission a where a.branchId = :branch and a.preReviewedOn is not null "
			+ "and a.approvedOn is null and a.runningApplicant is not null")
	Set<Long> onTheWay(long branch);

	/** Cases that run and are not approved yet. */
	@Query("select a.caseId from Admission a where a.runningApplicant is not null and a.approvedOn is null order by a.caseId")
	List<Long> undecided();

	/** Who applies at one of these branches and is not approved yet. */
	@Query("select a.applicantId from Admission a where a.runningApplicant is not null and a.approvedOn is null "
			+ "and a.branchId in :branches order by a.caseId")
	List<Long> applicantsAt(Collection<Long> branches);

	/** When a meeting last said no to this person. */
	@Query("select max(a.refusedOn) from Admission a where a.applicantId = :applicantId")
	Optional<LocalDate> lastRefused(long applicantId);

	List<Admission> findByRunningApplicantNotNull();

	boolean existsByBookNumberAndCaseIdNot(String bookNumber, long caseId);

	default Admission of(CaseId caseId) {
		return findByCaseId(caseId.value()).orElseThrow(() -> new Refusal.NotFound("refusal.admission.unknown"));
	}

}
