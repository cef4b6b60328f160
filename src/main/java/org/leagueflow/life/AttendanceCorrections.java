package org.leagueflow.life;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What was corrected about who was there; only ever added to. */
interface AttendanceCorrections extends Repository<AttendanceCorrection, Long> {

	AttendanceCorrection save(AttendanceCorrection correction);

	List<AttendanceCorrection> findByMeetingIdOrderById(long meetingId);

}
