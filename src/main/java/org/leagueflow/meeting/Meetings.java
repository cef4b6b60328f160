package org.leagueflow.meeting;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All meetings. */
interface Meetings extends JpaRepository<Meeting, Long> {

	/** For changing it: two tellers or two check-ins at once wait for each other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select m from Meeting m where m.id = :id")
	Optional<Meeting> lock(long id);

	Optional<Meeting> findByCaseId(long caseId);

	List<Meeting> findByUnitIdInAndStartsAtGreaterThanEqualOrderByStartsAtAscIdAsc(Collection<Long> units, Instant from,
			Limit limit);

	List<Meeting> findByUnitIdInAndStartsAtLessThanOrderByStartsAtDescIdDesc(Collection<Long> units, Instant before,
			Limit limit);

}
