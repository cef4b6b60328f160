package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The lists that were handed over. */
interface HandOverLists extends Repository<HandOverList, Long> {

	HandOverList saveAndFlush(HandOverList list);

	Optional<HandOverList> findById(long id);

	Optional<HandOverList> findFirstByUnitIdAndPartyIdAndLineAndHandedOverOnOrderByNoDesc(long unitId, long partyId,
			Line line, LocalDate on);

	List<HandOverList> findByPartyIdInOrderByIdDesc(Collection<Long> parties, Limit limit);

	List<HandOverList> findByUnitIdInOrderByIdDesc(Collection<Long> units, Limit limit);

	default HandOverList of(long id) {
		return findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.recommendation.list"));
	}

}
