package org.leagueflow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.leagueflow.audit.Verification.State;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that says how far the record is verified. */
@Repository
class Verifications {

	private final JdbcClient jdbc;

	Verifications(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Verification get() {
		return this.jdbc.sql("SELECT * FROM audit_verification WHERE id = 1").query(Verifications::read).single();
	}

	Verification lock() {
		return this.jdbc.sql("SELECT * FROM audit_verification WHERE id = 1 FOR UPDATE")
			.query(Verifications::read)
			.single();
	}

	/** The row, unless it rests or another node works on it. */
	Optional<Verification> lockRunning() {
		return this.jdbc
			.sql("SELECT * FROM audit_verification WHERE id = 1 AND state = 'RUNNING' FOR UPDATE SKIP LOCKED")
			.query(Verifications::read)
			.optional();
	}

	void write(Verification now) {
		this.jdbc
			.sql("UPDATE audit_verification SET state = ?, person_id = ?, person_name = ?, begun_at = ?, ended_at = ?,"
					+ " first_seq = ?, seq = ?, hash = ?, mark = ?, head_seq = ?, pending = ?, bad_entry = ?, fault = ?"
					+ " WHERE id = 1")
			.params(now.state().name(), now.personId(), now.personName(), Utc.column(now.begunAt()),
					Utc.column(now.endedAt()), now.firstSeq(), now.seq(), now.hash(), now.mark(), now.headSeq(),
					now.pending(), now.badEntry(), now.fault())
			.update();
	}

	private static Verification read(ResultSet row, int number) throws SQLException {
		return new Verification(State.valueOf(row.getString("state")), row.getObject("person_id", Long.class),
				row.getString("person_name"), moment(row, "begun_at"), moment(row, "ended_at"),
				row.getLong("first_seq"), row.getLong("seq"), row.getString("hash"), row.getString("mark"),
				row.getLong("head_seq"), row.getInt("pending"), row.getObject("bad_entry", Long.class),
				row.getString("fault"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return Utc.moment(row.getObject(column, LocalDateTime.class));
	}

}
