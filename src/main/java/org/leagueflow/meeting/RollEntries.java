package org.leagueflow.meeting;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/**
 * Single lines of rolls: who comes or goes touches the own line only, so that hundreds
 * can check in at once.
 */
interface RollEntries extends JpaRepository<RollEntry, Long> {

	/** For changing it: two check-ins of one person wait for each other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select line from RollEntry line where line.meeting.id = :meetingId and line.personId = :personId")
	Optional<RollEntry> lock(long meetingId, long personId);

	@Query("select line from RollEntry line where line.meeting.id = :meetingId and line.personId = :personId")
	Optional<RollEntry> of(long meetingId, long personId);

	/** How many are expected and how many are there, without reading the whole roll. */
	@Query("select coalesce(sum(case when line.guest = false and line.votes = true then 1 else 0 end), 0) as entitled, "
			+ "coalesce(sum(case when line.guest = false and line.votes = true and line.present = true then 1 else 0 end), 0) "
			+ "as present, coalesce(sum(case when line.guest = true and line.present = true then 1 else 0 end), 0) as guests "
			+ "from RollEntry line where line.meeting.id = :meetingId")
	Headcount count(long meetingId);

	/** 应到, 实到 and 列席. */
	interface Headcount {

		int getEntitled();

		int getPresent();

		int getGuests();

	}

}
