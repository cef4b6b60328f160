package org.leagueflow.marks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The items that schools mark people in. */
interface MarkItems extends JpaRepository<MarkItem, Long> {

	Optional<MarkItem> findByUnitIdAndItemKey(long unitId, String itemKey);

	List<MarkItem> findByUnitIdAndItemKeyIn(long unitId, Collection<String> itemKeys);

	List<MarkItem> findByUnitIdOrderByCategoryAscNameAsc(long unitId);

}
