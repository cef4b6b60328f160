package org.leagueflow.meeting;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All resolutions. */
interface Resolutions extends JpaRepository<Resolution, Long> {

	List<Resolution> findByCaseIdOrderById(long caseId);

	List<Resolution> findByMeetingIdOrderById(long meetingId);

}
