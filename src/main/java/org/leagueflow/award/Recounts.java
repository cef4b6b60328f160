package org.leagueflow.award;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Upheld objections that somebody other than the scorer has to recount. */
@Repository
class Recounts {

	private final JdbcClient jdbc;

	Recounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void open(long batch, long objection, Long nomination, Instant now) {
		this.jdbc
			.sql("INSERT INTO award_recount (batch_id, objection_id, nomination_id, opened_at) VALUES (?, ?, ?, ?)")
			.params(batch, objection, nomination, Utc.column(now))
			.update();
	}

	int open(long batch) {
		return this.jdbc.sql("SELECT COUNT(*) FROM award_recount WHERE batch_id = ? AND settled_at IS NULL")
			.param(batch)
			.query(Integer.class)
			.single();
	}

	/**
	 * @return whether it was open until now
	 */
	boolean settle(long id, String result, Long nomination, String reason, Actor by, Instant now) {
		return this.jdbc
			.sql("UPDATE award_recount SET result = ?, nomination_id = COALESCE(?, nomination_id), reason = ?,"
					+ " by_person = ?, by_name = ?, settled_at = ? WHERE id = ? AND settled_at IS NULL")
			.params(result, nomination, reason, by.personId(), by.name(), Utc.column(now), id)
			.update() == 1;
	}

	Optional<Recount> find(long id) {
		return rows("r.id = ?", id).stream().findFirst();
	}

	List<Recount> of(long batch) {
		return rows("r.batch_id = ?", batch);
	}

	private List<Recount> rows(String where, long id) {
		return this.jdbc.sql(
				"SELECT r.id, r.batch_id, r.objection_id, r.nomination_id, n.subject_name, r.result, r.reason, r.by_name"
						+ " FROM award_recount r LEFT JOIN award_nomination n ON n.id = r.nomination_id WHERE " + where
						+ " ORDER BY r.id DESC")
			.param(id)
			.query((row, number) -> new Recount(row.getLong(1), row.getLong(2), row.getLong(3),
					row.getObject(4, Long.class), row.getString(5), row.getString(6), row.getString(7),
					row.getString(8)))
			.list();
	}

	/**
	 * One of them.
	 *
	 * @param nomination whom the objection named, or null for the whole list
	 * @param result CORRECTED, STRUCK or STANDS, or null while it is open
	 */
	record Recount(long id, long batch, long objection, Long nomination, String name, String result, String reason,
			String byName) {
	}

}
