package org.leagueflow.plan;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Supervision slips. */
interface PlanSlips extends Repository<PlanSlip, Long> {

	PlanSlip saveAndFlush(PlanSlip slip);

	Optional<PlanSlip> findById(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from PlanSlip s where s.id = :id")
	Optional<PlanSlip> lock(long id);

	List<PlanSlip> findByAssignmentIdOrderBySlipNo(long assignmentId);

	/** What is not answered and has its limit by this day. */
	List<PlanSlip> findByStateAndLimitOnLessThanEqualOrderById(PlanSlip.State state, LocalDate day);

	List<PlanSlip> findByStateAndAddresseeKindAndAddresseeIdInOrderByLimitOn(PlanSlip.State state, PlanOwnerKind kind,
			Collection<Long> ids);

}
