package org.leagueflow.plan;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The plans of units. */
interface Plans extends Repository<Plan, Long> {

	Plan saveAndFlush(Plan plan);

	Optional<Plan> findById(long id);

	Optional<Plan> findByUnitIdAndPlanYear(long unitId, int year);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Plan p where p.id = :id")
	Optional<Plan> lock(long id);

	/** Plans of these units, the latest year first. */
	List<Plan> findByUnitIdInOrderByPlanYearDescUnitIdAsc(Collection<Long> units, Limit limit);

	/** Plans of units at or below the path, the latest year first. */
	@Query("select p from Plan p where p.unitPath like concat(:path, '%') order by p.planYear desc, p.unitPath")
	List<Plan> below(String path, Limit limit);

	/**
	 * @throws Refusal.NotFound when there is none
	 */
	default Plan of(long id) {
		return findById(id).orElseThrow(Plans::unknown);
	}

	default Plan locked(long id) {
		return lock(id).orElseThrow(Plans::unknown);
	}

	private static Refusal unknown() {
		return new Refusal.NotFound("refusal.plan.unknown");
	}

}
