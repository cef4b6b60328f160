package org.leagueflow.plan;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Requests for more time. */
interface PlanExtensions extends Repository<PlanExtension, Long> {

	PlanExtension saveAndFlush(PlanExtension extension);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from PlanExtension e where e.id = :id")
	Optional<PlanExtension> lock(long id);

	List<PlanExtension> findByAssignmentIdOrderById(long assignmentId);

	/** What awaits an answer, the longest waiting first. */
	List<PlanExtension> findByStateOrderByAnswerByAscIdAsc(PlanExtension.State state);

	List<PlanExtension> findByStateAndUnitIdInOrderByAnswerByAscIdAsc(PlanExtension.State state,
			Collection<Long> units);

}
