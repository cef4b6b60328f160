package org.leagueflow.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** All resolutions. */
interface Resolutions extends JpaRepository<Resolution, Long> {

	List<Resolution> findByCaseIdOrderById(long caseId);

	Optional<Resolution> findFirstByCaseIdAndMatterOrderByIdDesc(long caseId, String matter);

	List<Resolution> findByMeetingIdOrderById(long meetingId);

}
