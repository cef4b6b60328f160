package org.leagueflow.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Utc;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes what was convened and held, and since when each branch is watched.
 */
@Repository
class LifeRecords {

	private final JdbcClient jdbc;

	private final WatchedBranches watched;

	private final BusinessClock clock;

	LifeRecords(JdbcClient jdbc, WatchedBranches watched, BusinessClock clock) {
		this.jdbc = jdbc;
		this.watched = watched;
		this.clock = clock;
	}

	/** Writes the meeting down, or what became of it. */
	void put(LifeRecord record) {
		int changed = this.jdbc
			.sql("UPDATE life_record SET stage = ?, place = ?, starts_at = ?, opened_at = ?, entitled = ?, came = ?"
					+ " WHERE meeting_id = ? AND branch_id = ?")
			.params(record.stage().name(), record.place(), Utc.column(record.startsAt()), Utc.column(record.openedAt()),
					record.entitled(), record.came(), record.meetingId(), record.branchId())
			.update();
		if (changed == 0) {
			add(record);
		}
	}

	/** What is written down of the meeting, branch by branch. */
	List<LifeRecord> of(long meetingId) {
		return this.jdbc.sql("SELECT * FROM life_record WHERE meeting_id = ? ORDER BY branch_id")
			.param(meetingId)
			.query(LifeRecords::row)
			.list();
	}

	/** It does not count for the branch after all. */
	void remove(long meetingId, long branchId) {
		this.jdbc.sql("DELETE FROM life_record WHERE meeting_id = ? AND branch_id = ?")
			.params(meetingId, branchId)
			.update();
	}

	private void add(LifeRecord record) {
		this.jdbc
			.sql("INSERT INTO life_record (meeting_id, unit_id, branch_id, kind, stage, place, starts_at, opened_at,"
					+ " entitled, came) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(record.meetingId(), record.unitId(), record.branchId(), record.kind().name(), record.stage().name(),
					record.place(), Utc.column(record.startsAt()), Utc.column(record.openedAt()), record.entitled(),
					record.came())
			.update();
	}

	/** The meetings of these branches that start within the days, the earliest first. */
	List<LifeRecord> between(Collection<Long> branches, LocalDate from, LocalDate until) {
		return branches.isEmpty() ? List.of()
				: this.jdbc
					.sql("SELECT * FROM life_record WHERE branch_id IN (:branches) AND starts_at >= :start"
							+ " AND starts_at < :end ORDER BY starts_at, meeting_id")
					.param("branches", branches)
					.param("start", Utc.column(this.clock.startOf(from)))
					.param("end", Utc.column(this.clock.startOf(until.plusDays(1))))
					.query(LifeRecords::row)
					.list();
	}

	/** The place at which the branch met last for this kind. */
	Optional<String> lastPlace(long branchId, MeetingKind kind) {
		return this.jdbc
			.sql("SELECT place FROM life_record WHERE branch_id = ? AND kind = ? ORDER BY starts_at DESC,"
					+ " meeting_id DESC LIMIT 1")
			.params(branchId, kind.name())
			.query(String.class)
			.optional();
	}

	/**
	 * Since when each branch is watched: when it was first seen or first met, whichever
	 * is earlier; today where it was never seen.
	 */
	Map<Long, LocalDate> since(Collection<Long> branches) {
		Map<Long, LocalDate> since = new HashMap<>();
		this.watched.findAllById(branches).forEach((branch) -> since.put(branch.getId(), branch.since()));
		if (!branches.isEmpty()) {
			this.jdbc
				.sql("SELECT branch_id, MIN(starts_at) FROM life_record WHERE branch_id IN (:branches)"
						+ " GROUP BY branch_id")
				.param("branches", branches)
				.query((row) -> {
					LocalDate day = this.clock.dateOf(Utc.moment(row.getObject(2, LocalDateTime.class)));
					since.merge(row.getLong(1), day, (one, other) -> one.isBefore(other) ? one : other);
				});
		}
		branches.forEach((branch) -> since.putIfAbsent(branch, this.clock.today()));
		return since;
	}

	private static LifeRecord row(ResultSet row, int number) throws SQLException {
		return new LifeRecord(row.getLong("meeting_id"), row.getLong("unit_id"), row.getLong("branch_id"),
				MeetingKind.valueOf(row.getString("kind")), Stage.valueOf(row.getString("stage")),
				row.getString("place"), moment(row, "starts_at"), moment(row, "opened_at"), row.getInt("entitled"),
				row.getInt("came"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return Utc.moment(row.getObject(column, LocalDateTime.class));
	}

}
