package org.leagueflow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checkpoints, the public keys that signed them, and who noted them; only added. */
@Repository
class Checkpoints {

	private static final String COLUMNS = "size, root, made_at, key_id, signature";

	private final JdbcClient jdbc;

	Checkpoints(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Checkpoint one) {
		this.jdbc.sql("INSERT INTO audit_checkpoint (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?)")
			.params(one.size(), one.root(), Utc.column(one.madeAt()), one.keyId(), one.signature())
			.update();
	}

	Optional<Checkpoint> latest() {
		return latest(1).stream().findFirst();
	}

	/** The largest first. */
	List<Checkpoint> latest(int limit) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM audit_checkpoint ORDER BY size DESC LIMIT ?")
			.param(limit)
			.query(Checkpoints::row)
			.list();
	}

	Optional<Checkpoint> find(long size) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM audit_checkpoint WHERE size = ?")
			.param(size)
			.query(Checkpoints::row)
			.optional();
	}

	/** Those above one size, up to another, the smallest first. */
	List<Checkpoint> between(long above, long upTo) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM audit_checkpoint WHERE size > ? AND size <= ? ORDER BY size")
			.params(above, upTo)
			.query(Checkpoints::row)
			.list();
	}

	/** By their names. */
	Map<String, String> publicKeys() {
		Map<String, String> keys = new TreeMap<>();
		this.jdbc.sql("SELECT key_id, public_key FROM audit_public_key")
			.query((row, number) -> keys.put(row.getString(1), row.getString(2)))
			.list();
		return keys;
	}

	void add(String keyId, String publicKey, Instant since) {
		this.jdbc.sql("INSERT INTO audit_public_key (key_id, public_key, since) VALUES (?, ?, ?)")
			.params(keyId, publicKey, Utc.column(since))
			.update();
	}

	void add(Witness one) {
		this.jdbc
			.sql("INSERT INTO audit_witness (size, person_id, person_name, unit_id, unit_name, witnessed_at, mark)"
					+ " VALUES (?, ?, ?, ?, ?, ?, ?)")
			.params(one.size(), one.personId(), one.personName(), one.unitId(), one.unitName(), Utc.column(one.at()),
					one.mark())
			.update();
	}

	boolean witnessed(long size, long personId) {
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_witness WHERE size = ? AND person_id = ?")
			.params(size, personId)
			.query(Long.class)
			.single() > 0;
	}

	/** Who noted these checkpoints. */
	List<Witness> witnesses(List<Long> sizes) {
		return sizes.isEmpty() ? List.of() : this.jdbc
			.sql("SELECT size, person_id, person_name, unit_id, unit_name, witnessed_at, mark FROM audit_witness"
					+ " WHERE size IN (:sizes) ORDER BY id")
			.param("sizes", sizes)
			.query((row, number) -> new Witness(row.getLong("size"), row.getLong("person_id"),
					row.getString("person_name"), row.getLong("unit_id"), row.getString("unit_name"),
					Utc.moment(row.getObject("witnessed_at", LocalDateTime.class)), row.getString("mark")))
			.list();
	}

	private static Checkpoint row(ResultSet row, int number) throws SQLException {
		return new Checkpoint(row.getLong("size"), row.getString("root"),
				Utc.moment(row.getObject("made_at", LocalDateTime.class)), row.getString("key_id"),
				row.getString("signature"));
	}

	/**
	 * Somebody noted a checkpoint for a unit.
	 *
	 * @param mark all of it, marked with the key of the record
	 */
	record Witness(long size, long personId, String personName, long unitId, String unitName, Instant at, String mark) {

		Witness marked(AuditKey key, String root) {
			return new Witness(this.size, this.personId, this.personName, this.unitId, this.unitName, this.at,
					key.mark(words(root)));
		}

		/** Whether it was noted here, and of this root. */
		boolean genuine(AuditKey key, String root) {
			return key.mark(words(root)).equals(this.mark);
		}

		private String words(String root) {
			return String.join(" ", "witness", Long.toString(this.size), root, Long.toString(this.personId),
					Long.toString(this.unitId), Long.toString(this.at.toEpochMilli()), this.unitName.length() + ":",
					this.unitName, this.personName);
		}

	}

}
