package org.leagueflow.publicity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All notices. */
interface NoticeRepository extends JpaRepository<Notice, Long> {

	Optional<Notice> findFirstByCaseIdOrderByIdDesc(long caseId);

	Optional<Notice> findFirstByCaseIdAndMatterOrderByIdDesc(long caseId, String matter);

	@Query("select n from Notice n where n.caseId = :caseId order by n.id")
	List<Notice> findByCaseIdOrderById(long caseId);

	/** Those that may still change on that day. */
	@Query("select n from Notice n where n.withdrawnAt is null and n.lastDay >= :day order by n.lastDay, n.id")
	List<Notice> running(LocalDate day);

	/** Those that anybody may see on that day. */
	@Query("""
			select n from Notice n where n.withdrawnAt is null and n.upheld = false
			and n.openedOn <= :day and n.lastDay >= :day order by n.lastDay, n.id limit 200""")
	List<Notice> publicOn(LocalDate day);

	/** The latest of the units at or below the path. */
	@Query("select n from Notice n where n.unitPath like concat(:path, '%') order by n.id desc limit 200")
	List<Notice> below(String path);

	/** Units at or below the path that have notices. */
	@Query("select distinct n.unitId from Notice n where n.unitPath like concat(:path, '%')")
	List<Long> unitsUnder(String path);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update Notice n set n.unitPath = :path, n.version = n.version + 1 where n.unitId = :unit")
	void movePaths(long unit, String path);

}
