package org.leagueflow.plan;

import java.util.Optional;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.repository.Repository;

/** The papers that offices brought. */
interface PlanPapers extends Repository<PlanPaper, Long> {

	PlanPaper saveAndFlush(PlanPaper paper);

	Optional<PlanPaper> findById(long id);

	default PlanPaper of(long id) {
		return findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.paper"));
	}

}
