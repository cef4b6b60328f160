package org.leagueflow.life;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Who was counted as there at each League class, with the line of the ledger. */
interface ClassAttendances extends JpaRepository<ClassAttendance, ClassAttendance.Id> {

	@Query("select a from ClassAttendance a where a.id.meetingId = :meetingId")
	List<ClassAttendance> of(long meetingId);

	/**
	 * Everybody who was ever counted: the person and the line that counts, null when it
	 * was taken back.
	 */
	default Map<Long, Long> lines(long meetingId) {
		Map<Long, Long> lines = new HashMap<>();
		of(meetingId).forEach((one) -> lines.put(one.personId(), one.entryId()));
		return lines;
	}

}
