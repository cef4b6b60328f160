package org.leagueflow.roster;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The imports of rosters. */
interface Rosters extends JpaRepository<RosterImport, Long> {

	/**
	 * Holds the import until the transaction ends, so that two nodes never work on one.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from RosterImport i where i.id = :id")
	Optional<RosterImport> lock(long id);

	List<RosterImport> findTop20ByUnitIdInOrderByIdDesc(List<Long> unitIds);

}
