package org.leagueflow.admission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The ceremonies. */
interface Ceremonies extends Repository<Ceremony, Long> {

	Ceremony save(Ceremony ceremony);

	Optional<Ceremony> findById(long id);

	List<Ceremony> findByHeldFalseAndCalledOffFalseOrderByStartsAt();

	@Query("select m from Ceremony c join c.cases m where c.held = false and c.calledOff = false")
	Set<Long> plannedCases();

	@Query("select c from Ceremony c join c.cases m where m = :caseId and c.held = false and c.calledOff = false")
	List<Ceremony> plannedFor(long caseId);

	default Ceremony of(long id) {
		return findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.admission.ceremony.unknown"));
	}

}
