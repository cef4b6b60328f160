package org.leagueflow.marks;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The imports of marks. */
interface MarkImports extends JpaRepository<MarkImport, Long> {

	/**
	 * Holds the import until the transaction ends, so that two nodes never work on one.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from MarkImport i where i.id = :id")
	Optional<MarkImport> lock(long id);

	List<MarkImport> findTop20ByUnitIdInOrderByIdDesc(List<Long> unitIds);

}
