package org.leagueflow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the record: added and read, never changed and never removed. */
@Repository
class Entries {

	static final String COLUMNS = "e.id, e.at, e.person_id, e.person_name, e.acting_for, e.post, e.unit_id, e.case_id, "
			+ "e.what, e.subject, e.before_hash, e.after_hash, e.detail, e.node, e.nonce, e.mark";

	private final JdbcClient jdbc;

	Entries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Entry entry) {
		this.jdbc.sql("""
				INSERT INTO audit_entry (at, person_id, person_name, acting_for, post, unit_id, case_id, what, subject,
				before_hash, after_hash, detail, node, nonce, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(entry.atUtc(), entry.personId(), entry.personName(), entry.actingFor(), entry.post(),
					entry.unitId(), entry.caseId(), entry.what(), entry.subject(), entry.beforeHash(),
					entry.afterHash(), entry.detail(), entry.node(), entry.nonce(), entry.mark())
			.update();
	}

	Optional<Entry> find(long id) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry e WHERE e.id = ?")
			.param(id)
			.query(Entries::row)
			.optional();
	}

	static Entry row(ResultSet row, int number) throws SQLException {
		return new Entry(row.getLong("id"), row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				row.getLong("person_id"), row.getString("person_name"), number(row, "acting_for"),
				row.getString("post"), number(row, "unit_id"), number(row, "case_id"), row.getString("what"),
				row.getString("subject"), row.getString("before_hash"), row.getString("after_hash"),
				row.getString("detail"), row.getString("node"), row.getString("nonce"), row.getString("mark"));
	}

	private static Long number(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

}
