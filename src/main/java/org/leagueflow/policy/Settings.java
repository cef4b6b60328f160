package org.leagueflow.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** What units have set. */
interface Settings extends JpaRepository<Setting, Long> {

	Optional<Setting> findByRuleKeyAndUnitId(String key, long unitId);

	/** What all units have set of these rules. */
	List<Setting> findByRuleKeyIn(Collection<String> keys);

	/** The settings of every rule at these units. */
	List<Setting> findByUnitIdIn(Collection<Long> unitIds);

}
