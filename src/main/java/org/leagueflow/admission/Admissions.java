package org.leagueflow.admission;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The applications. */
interface Admissions extends Repository<Admission, Long> {

	Admission save(Admission admission);

	Optional<Admission> findByCaseId(long caseId);

	/** Approved, and yet to swear the oath. */
	@Query("select a from Admission a where a.approvedOn is not null and a.ceremonyOn is null order by a.approvedOn, a.caseId")
	List<Admission> waitingForCeremony();

	default Admission of(CaseId caseId) {
		return findByCaseId(caseId.value()).orElseThrow(() -> new Refusal.NotFound("refusal.admission.unknown"));
	}

}
