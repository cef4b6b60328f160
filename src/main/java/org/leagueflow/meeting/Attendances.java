package org.leagueflow.meeting;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All comings and goings. */
interface Attendances extends JpaRepository<Attendance, Long> {

	List<Attendance> findByMeetingIdOrderById(long meetingId);

}
