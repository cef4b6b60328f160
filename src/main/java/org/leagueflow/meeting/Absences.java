package org.leagueflow.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** All requests for leave. */
interface Absences extends JpaRepository<Absence, Long> {

	Optional<Absence> findByMeetingIdAndPersonId(long meetingId, long personId);

	Optional<Absence> findByIdAndMeetingId(long id, long meetingId);

	List<Absence> findByMeetingIdOrderById(long meetingId);

}
