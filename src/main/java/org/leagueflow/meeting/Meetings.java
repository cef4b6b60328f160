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

	/** Meetings that are ahead or running and expect the person. */
	@Query(MeetingLine.SELECT + "where m.state in (org.leagueflow.meeting.Meeting.State.CONVENED, "
			+ "org.leagueflow.meeting.Meeting.State.OPEN) and (m.startsAt >= :from or m.openedAt is not null) and "
			+ MeetingLine.MINE + "order by m.startsAt, m.id")
	List<MeetingLine> expecting(long personId, Instant from, Limit limit);

	/** Meetings of these units, or that expect the person, by their start. */
	@Query(MeetingLine.SELECT + "where m.startsAt >= :from and m.startsAt < :to and (m.unitId in :units or "
			+ MeetingLine.MINE + ") order by m.startsAt, m.id")
	List<MeetingLine> between(Collection<Long> units, long personId, Instant from, Instant to, Limit limit);

	/** What a body has met for, the latest first; those called off left out. */
	@Query("select m from Meeting m where m.unitId = :unit and m.kind = :kind and "
			+ "m.state <> org.leagueflow.meeting.Meeting.State.CANCELLED order by m.startsAt desc, m.id desc")
	List<Meeting> latest(long unit, MeetingKind kind, Limit limit);

	/** Meetings of these units, or led by the person, that nobody opened in time. */
	@Query(MeetingLine.SELECT + "where m.state = org.leagueflow.meeting.Meeting.State.CONVENED and "
			+ "m.startsAt < :before and (m.unitId in :units or m.chairId = :personId or m.recorderId = :personId) "
			+ "order by m.startsAt, m.id")
	List<MeetingLine> missed(Collection<Long> units, long personId, Instant before, Limit limit);

	/** The meeting whose item is voted on in this electronic ballot. */
	@Query("select r.item.meeting.id from Round r where r.ballotId = :ballot")
	Optional<Long> holding(long ballot);

	/** How many meetings of the kind the unit opened from one moment to another. */
	@Query("select count(m) from Meeting m where m.unitId = :unit and m.kind = :kind and m.openedAt >= :from"
			+ " and m.openedAt <= :to")
	int opened(long unit, MeetingKind kind, Instant from, Instant to);

	Optional<Meeting> findByCaseId(long caseId);

	List<Meeting> findByCaseIdIn(Collection<Long> caseIds);

	boolean existsByReconvenesId(long meetingId);

	Optional<Meeting> findByReconvenesId(long meetingId);

}
