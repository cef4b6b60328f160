package org.leagueflow.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of the timeline beyond submissions: rows are added and read, never changed. */
@Repository
class CaseEvents {

	private final JdbcClient jdbc;

	CaseEvents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseId caseId, Actor by, Message words, Readers readers, Instant now) {
		this.jdbc
			.sql("INSERT INTO case_event (case_id, message_key, args, by_person, by_name, made_at, readers) "
					+ "VALUES (?, ?, ?, ?, ?, ?, ?)")
			.params(caseId.value(), words.key(), Json.write(words.args()), by.personId(), by.name(), Utc.column(now),
					readers.text())
			.update();
	}

	List<TimelineEntry> of(CaseId caseId) {
		return this.jdbc
			.sql("SELECT message_key, args, by_person, by_name, made_at, readers FROM case_event "
					+ "WHERE case_id = ? ORDER BY id")
			.param(caseId.value())
			.query(CaseEvents::read)
			.list();
	}

	private static TimelineEntry read(ResultSet row, int number) throws SQLException {
		Object[] args = Json.convert(Json.read(row.getString("args")), Object[].class);
		return new TimelineEntry(Utc.moment(row.getObject("made_at", LocalDateTime.class)), row.getLong("by_person"),
				row.getString("by_name"), null, Message.of(row.getString("message_key"), args), null,
				Readers.parse(row.getString("readers")));
	}

}
