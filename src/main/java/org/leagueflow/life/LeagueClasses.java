package org.leagueflow.life;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The sheets of all League classes. */
interface LeagueClasses extends JpaRepository<LeagueClass, Long> {

	/** For changing it. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from LeagueClass c where c.meetingId = :meetingId")
	Optional<LeagueClass> lock(long meetingId);

}
