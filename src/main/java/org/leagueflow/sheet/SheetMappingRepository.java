package org.leagueflow.sheet;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The mappings that units said. */
interface SheetMappingRepository extends JpaRepository<SheetMapping, Long> {

	List<SheetMapping> findByPurposeAndHeadingAndUnitIdIn(String purpose, String heading, Collection<Long> unitIds);

}
