package org.leagueflow.plan;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Spans of items that have begun. */
interface Assignments extends Repository<Assignment, Long> {

	Assignment saveAndFlush(Assignment assignment);

	Optional<Assignment> findById(long id);

	Optional<Assignment> findByCaseId(long caseId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Assignment a where a.id = :id")
	Optional<Assignment> lock(long id);

	List<Assignment> findByPlanIdOrderByStartsOnAscIdAsc(long planId);

	List<Assignment> findByItemIdOrderByStartsOn(long itemId);

	/** What somebody leads and is not over, the first due first. */
	List<Assignment> findByLeadKindAndLeadIdInAndOutcomeIsNullOrderByDueOnAscIdAsc(PlanOwnerKind kind,
			Collection<Long> ids, Limit limit);

	/** What is worked on and due by this day, the longest overdue first. */
	@Query("select a from Assignment a where a.outcome is null and a.stage in ('acceptance', 'execution') and a.dueOn <= :day"
			+ " order by a.dueOn, a.id")
	List<Assignment> dueBy(LocalDate day);

	@Query("select a from Assignment a where a.outcome is null and a.stage = :stage order by a.id")
	List<Assignment> inStage(String stage);

	@Query("select a from Assignment a where a.unitPath like concat(:path, '%')")
	List<Assignment> below(String path);

	/**
	 * @throws Refusal.NotFound when there is none
	 */
	default Assignment of(long id) {
		return findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
	}

	default Assignment locked(long id) {
		return lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
	}

	default Assignment of(CaseId caseId) {
		return findByCaseId(caseId.value()).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item"));
	}

}
