package org.leagueflow.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The secret addresses of calendars. */
interface PlanFeeds extends Repository<PlanFeed, Long> {

	PlanFeed saveAndFlush(PlanFeed feed);

	Optional<PlanFeed> findByTokenHash(String hash);

	Optional<PlanFeed> findByPersonIdAndUnitId(long personId, long unitId);

	List<PlanFeed> findByPersonId(long personId);

	void delete(PlanFeed feed);

}
