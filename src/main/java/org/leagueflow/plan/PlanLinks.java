package org.leagueflow.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Utc;
import org.leagueflow.meeting.MeetingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What counts for items by itself, asked whenever a meeting or an activity is over. */
@Repository
class PlanLinks {

	private final JdbcClient jdbc;

	PlanLinks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException when the case is booked on
	 * the item already
	 */
	void add(PlanLink link, Actor by, Instant now) {
		this.jdbc.sql(
				"INSERT INTO plan_link (item_id, indicator_id, source_kind, case_id, case_number, meeting_kind, unit_id,"
						+ " linked_by, linked_by_name, linked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(link.itemId(), link.indicatorId(), link.kind().name(), link.caseId(), link.caseNumber(),
					(link.meetingKind() != null) ? link.meetingKind().name() : null, link.unitId(), by.personId(),
					by.name(), Utc.column(now))
			.update();
	}

	List<PlanLink> of(long item) {
		return this.jdbc.sql("SELECT * FROM plan_link WHERE item_id = ? ORDER BY id")
			.param(item)
			.query(PlanLinks::row)
			.list();
	}

	boolean remove(long item, long id) {
		return this.jdbc.sql("DELETE FROM plan_link WHERE id = ? AND item_id = ?").params(id, item).update() == 1;
	}

	/** Those that a case counts for: booked by itself, or as one of its unit. */
	List<PlanLink> matching(ProgressSource kind, long caseId, MeetingKind meeting, long unit) {
		return this.jdbc
			.sql("SELECT * FROM plan_link WHERE case_id = :case OR (case_id IS NULL AND source_kind = :kind"
					+ " AND unit_id = :unit AND (meeting_kind IS NULL OR meeting_kind = :meeting)) ORDER BY id")
			.param("case", caseId)
			.param("kind", kind.name())
			.param("unit", unit)
			.param("meeting", (meeting != null) ? meeting.name() : "")
			.query(PlanLinks::row)
			.list();
	}

	private static PlanLink row(ResultSet row, int number) throws SQLException {
		String meeting = row.getString("meeting_kind");
		return new PlanLink(row.getLong("id"), row.getLong("item_id"), row.getObject("indicator_id", Long.class),
				ProgressSource.valueOf(row.getString("source_kind")), row.getObject("case_id", Long.class),
				row.getString("case_number"), (meeting != null) ? MeetingKind.valueOf(meeting) : null,
				row.getObject("unit_id", Long.class), row.getString("linked_by_name"));
	}

}
