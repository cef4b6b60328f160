package org.leagueflow.award;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.repository.Repository;

/** The editions of awards. */
interface AwardEditions extends Repository<AwardEdition, Long> {

	AwardEdition saveAndFlush(AwardEdition edition);

	Optional<AwardEdition> findById(long id);

	List<AwardEdition> findByAwardIdInOrderByIdDesc(Collection<Long> awards);

	Optional<AwardEdition> findFirstByAwardIdOrderByEditionNoDesc(long awardId);

	default AwardEdition of(long id) {
		return findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.unknown"));
	}

}
