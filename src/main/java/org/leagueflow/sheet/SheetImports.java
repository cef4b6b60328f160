package org.leagueflow.sheet;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

/** The imports of a module. */
@NoRepositoryBean
public interface SheetImports<T extends SheetImport> extends JpaRepository<T, Long> {

	/**
	 * Holds the import until the transaction ends, so that two nodes never work on one.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from #{#entityName} i where i.id = :id")
	Optional<T> lock(long id);

	/** Says that the work still waits; no other column changes. */
	@Modifying
	@Query("update #{#entityName} i set i.heartbeat = :at where i.id = :id and i.run = :run")
	void waits(long id, int run, Instant at);

	List<T> findTop20ByUnitIdInOrderByIdDesc(List<Long> unitIds);

	/** Those that are not being imported, still have their lines, and are as old. */
	List<T> findTop200ByForgottenAtIsNullAndStateNotAndHeartbeatBeforeAndIdGreaterThanOrderById(SheetImport.State state,
			Instant before, long after);

}
