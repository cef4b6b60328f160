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

	/**
	 * Meetings that are ahead or running and expect the person: on the roll, in the chair
	 * or taking the minutes.
	 */
	@Query("select m from Meeting m where m.state in (org.leagueflow.meeting.Meeting.State.CONVENED, "
			+ "org.leagueflow.meeting.Meeting.State.OPEN) and (m.startsAt >= :from or m.openedAt is not null) "
			+ "and (m.chairId = :personId or m.recorderId = :personId or exists (select 1 from RollEntry line "
			+ "where line.meeting = m and line.personId = :personId)) order by m.startsAt, m.id")
	List<Meeting> expecting(long personId, Instant from, Limit limit);

	Optional<Meeting> findByCaseId(long caseId);

	boolean existsByReconvenesId(long meetingId);

	Optional<Meeting> findByReconvenesId(long meetingId);

	List<Meeting> findByUnitIdInAndStartsAtGreaterThanEqualOrderByStartsAtAscIdAsc(Collection<Long> units, Instant from,
			Limit limit);

	List<Meeting> findByUnitIdInAndStartsAtLessThanOrderByStartsAtDescIdDesc(Collection<Long> units, Instant before,
			Limit limit);

}
