package org.leagueflow.account;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes counts of attempts, shared by all nodes. */
@Repository
class AttemptCounts {

	private static final String FIND = "SELECT failures, successes, last_at FROM guess_throttle WHERE throttle_key = ?";

	private final JdbcClient jdbc;

	AttemptCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<AttemptCount> find(String key) {
		return read(FIND, key);
	}

	/** Held until the transaction ends. */
	Optional<AttemptCount> lock(String key) {
		return read(FIND + " FOR UPDATE", key);
	}

	private Optional<AttemptCount> read(String sql, String key) {
		return this.jdbc.sql(sql)
			.param(key)
			.query((row, number) -> new AttemptCount(row.getInt(1), row.getInt(2),
					row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
			.optional();
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException when another request was
	 * faster
	 */
	void add(String key, String account, AttemptCount count) {
		this.jdbc
			.sql("INSERT INTO guess_throttle (throttle_key, account_key, failures, successes, last_at)"
					+ " VALUES (?, ?, ?, ?, ?)")
			.params(key, account, count.failures(), count.successes(), utc(count.lastAt()))
			.update();
	}

	void set(String key, AttemptCount count) {
		this.jdbc.sql("UPDATE guess_throttle SET failures = ?, successes = ?, last_at = ? WHERE throttle_key = ?")
			.params(count.failures(), count.successes(), utc(count.lastAt()), key)
			.update();
	}

	void removeOf(String account) {
		this.jdbc.sql("DELETE FROM guess_throttle WHERE account_key = ?").param(account).update();
	}

	int removeBefore(Instant moment) {
		return this.jdbc.sql("DELETE FROM guess_throttle WHERE last_at < ?").param(utc(moment)).update();
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

}
