package org.leagueflow.award;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.repository.Repository;

/** The awards of units. */
interface Awards extends Repository<Award, Long> {

	Award saveAndFlush(Award award);

	Optional<Award> findById(long id);

	List<Award> findByIdIn(Collection<Long> ids);

	List<Award> findByUnitIdIn(Collection<Long> units);

	default Award of(long id) {
		return findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.unknown"));
	}

}
