package org.leagueflow.life;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who was counted as there at each League class, with the line of the ledger, and every
 * correction of that.
 */
@Repository
class ClassAttendances {

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	ClassAttendances(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Everybody who was ever counted: the person and the line that counts, null when it
	 * was taken back.
	 */
	Map<Long, Long> of(long meetingId) {
		Map<Long, Long> lines = new HashMap<>();
		this.jdbc.sql("SELECT person_id, entry_id FROM class_attendance WHERE meeting_id = ?")
			.param(meetingId)
			.query((row) -> {
				lines.put(row.getLong(1), row.getObject(2, Long.class));
			});
		return lines;
	}

	/** Counts the person by this line, or by none. */
	void put(long meetingId, long personId, Long entryId) {
		int changed = this.jdbc.sql("UPDATE class_attendance SET entry_id = ? WHERE meeting_id = ? AND person_id = ?")
			.params(entryId, meetingId, personId)
			.update();
		if (changed == 0) {
			this.jdbc.sql("INSERT INTO class_attendance (meeting_id, person_id, entry_id) VALUES (?, ?, ?)")
				.params(meetingId, personId, entryId)
				.update();
		}
	}

	void corrected(long meetingId, long personId, String name, boolean attended, String reason, Actor by) {
		this.jdbc
			.sql("INSERT INTO attendance_correction (meeting_id, person_id, name, attended, reason, corrected_by,"
					+ " corrector_name, corrected_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(meetingId, personId, name, attended, reason, by.personId(), by.name(),
					Utc.column(this.clock.instant()))
			.update();
	}

	/** Every correction, oldest first. */
	List<Correction> corrections(long meetingId) {
		return this.jdbc
			.sql("SELECT name, attended, reason, corrector_name, corrected_at FROM attendance_correction"
					+ " WHERE meeting_id = ? ORDER BY id")
			.param(meetingId)
			.query((row, number) -> new Correction(row.getString(1), row.getBoolean(2), row.getString(3),
					row.getString(4), Utc.moment(row.getObject(5, LocalDateTime.class))))
			.list();
	}

	/** Somebody was counted after all, or was not there. */
	record Correction(String name, boolean attended, String reason, String by, java.time.Instant at) {
	}

}
