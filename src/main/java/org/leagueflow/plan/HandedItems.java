package org.leagueflow.plan;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Items that were sent to units below. */
interface HandedItems extends Repository<HandedItem, Long> {

	HandedItem saveAndFlush(HandedItem item);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select h from HandedItem h where h.id = :id")
	Optional<HandedItem> lock(long id);

	Optional<HandedItem> findByItemIdAndUnitId(long itemId, long unitId);

	List<HandedItem> findByItemIdOrderById(long itemId);

	List<HandedItem> findByItemIdIn(Collection<Long> items);

	/** What became part of a plan. */
	List<HandedItem> findByPlanIdAndState(long planId, HandedItem.State state);

	List<HandedItem> findByUnitIdInAndStateOrderById(Collection<Long> units, HandedItem.State state);

	/** Those of these whose unit has begun to work on them. */
	@Query("select h from HandedItem h where h.itemId in :items and h.state = org.leagueflow.plan.HandedItem$State.CONFIRMED"
			+ " and exists (select a.id from Assignment a where a.itemId = h.childId)")
	List<HandedItem> begun(Collection<Long> items);

}
