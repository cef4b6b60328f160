package org.leagueflow.publicity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The own words of units for notices. */
interface NoticeWordings extends Repository<NoticeWording, Long> {

	NoticeWording saveAndFlush(NoticeWording wording);

	void delete(NoticeWording wording);

	Optional<NoticeWording> findByUnitIdAndTextKey(long unitId, String textKey);

	List<NoticeWording> findByUnitIdInAndTextKey(Collection<Long> unitIds, String textKey);

	List<NoticeWording> findByUnitIdIn(Collection<Long> unitIds);

}
