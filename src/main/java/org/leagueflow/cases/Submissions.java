package org.leagueflow.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The submissions: rows are added and read, never changed. */
@Repository
class Submissions {

	private static final String COLUMNS = "case_id, process, box, box_name, task_id, form_id, form_version, answers, "
			+ "by_person, by_name, acting_as, made_at, idempotency_key";

	private final JdbcClient jdbc;

	Submissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long add(Submission made) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("INSERT INTO submission (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")
			.params(made.caseId().value(), made.process(), made.box(), made.boxName(), made.taskId(), made.formId(),
					made.formVersion(), Json.write(made.answers()), made.byPerson(), made.byName(), made.actingAs(),
					Utc.column(made.at()), made.idempotencyKey())
			.update(key, "id");
		return key.getKey().longValue();
	}

	List<Submission> of(CaseId caseId) {
		return select("case_id = ? ORDER BY id", caseId.value());
	}

	Optional<Submission> withKey(String idempotencyKey) {
		return select("idempotency_key = ?", idempotencyKey).stream().findFirst();
	}

	Optional<Submission> answering(String taskId) {
		return select("task_id = ? ORDER BY id", taskId).stream().findFirst();
	}

	private List<Submission> select(String where, Object argument) {
		return this.jdbc.sql("SELECT id, " + COLUMNS + " FROM submission WHERE " + where)
			.param(argument)
			.query(Submissions::read)
			.list();
	}

	private static Submission read(ResultSet row, int number) throws SQLException {
		return new Submission(row.getLong("id"), new CaseId(row.getLong("case_id")), row.getString("process"),
				row.getString("box"), row.getString("box_name"), row.getString("task_id"), row.getString("form_id"),
				row.getString("form_version"), Json.readMap(row.getString("answers")), row.getLong("by_person"),
				row.getString("by_name"), row.getString("acting_as"),
				Utc.moment(row.getObject("made_at", LocalDateTime.class)), row.getString("idempotency_key"));
	}

}
