package org.leagueflow.plan;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.repository.Repository;

/** The editions of plans. */
interface PlanEditions extends Repository<PlanEdition, Long> {

	PlanEdition saveAndFlush(PlanEdition edition);

	Optional<PlanEdition> findById(long id);

	Optional<PlanEdition> findByCaseId(long caseId);

	/** The latest first. */
	List<PlanEdition> findByPlanIdOrderByEditionNoDesc(long planId);

	/**
	 * @throws Refusal.NotFound when there is none
	 */
	default PlanEdition of(long id) {
		return findById(id).orElseThrow(PlanEditions::unknown);
	}

	default PlanEdition of(CaseId caseId) {
		return findByCaseId(caseId.value()).orElseThrow(PlanEditions::unknown);
	}

	private static Refusal unknown() {
		return new Refusal.NotFound("refusal.plan.unknown");
	}

}
