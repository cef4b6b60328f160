package org.leagueflow.quota;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.quota.Places.Account;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The accounts with their counters, and the places that were taken. By hand, because a
 * counter under concurrency is changed by its condition and not by what was read before.
 */
@Repository
class TakenPlaces {

	private final JdbcClient jdbc;

	TakenPlaces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean exists(Account account) {
		return this.jdbc.sql("SELECT COUNT(*) FROM quota_account WHERE purpose = ? AND unit_id = ? AND period = ?")
			.params(account.purpose(), account.unitId(), account.period())
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * Adds the account's row where there is none. Those who add one at the same time wait
	 * for each other at the row without a name: an INSERT that is refused keeps a shared
	 * lock on MySQL, with which two of them would lock each other out at the next update.
	 */
	void open(Account account) {
		this.jdbc.sql("SELECT taken FROM quota_account WHERE purpose = '' AND unit_id = 0 AND period = '' FOR UPDATE")
			.query(Integer.class)
			.single();
		if (!exists(account)) {
			try {
				this.jdbc.sql("INSERT INTO quota_account (purpose, unit_id, period, taken) VALUES (?, ?, ?, 0)")
					.params(account.purpose(), account.unitId(), account.period())
					.update();
			}
			catch (DuplicateKeyException ex) {
				// H2 gave the lock on before the other transaction's row could be seen.
			}
		}
	}

	/** Whether one more was below the limit and is now counted. */
	boolean count(Account account, int most) {
		return this.jdbc
			.sql("UPDATE quota_account SET taken = taken + 1 WHERE purpose = ? AND unit_id = ? AND period = ? "
					+ "AND taken < ?")
			.params(account.purpose(), account.unitId(), account.period(), most)
			.update() == 1;
	}

	void giveBack(Account account) {
		this.jdbc
			.sql("UPDATE quota_account SET taken = taken - 1 WHERE purpose = ? AND unit_id = ? AND period = ? "
					+ "AND taken > 0")
			.params(account.purpose(), account.unitId(), account.period())
			.update();
	}

	void add(CaseId caseId, Account account, Instant now) {
		this.jdbc.sql("INSERT INTO quota_place (case_id, purpose, unit_id, period, taken_at) VALUES (?, ?, ?, ?, ?)")
			.params(caseId.value(), account.purpose(), account.unitId(), account.period(), utc(now))
			.update();
	}

	/** Whether the case had this place until now. */
	boolean remove(CaseId caseId, Account account) {
		return this.jdbc.sql("DELETE FROM quota_place WHERE case_id = ? AND purpose = ? AND unit_id = ? AND period = ?")
			.params(caseId.value(), account.purpose(), account.unitId(), account.period())
			.update() == 1;
	}

	Optional<Account> heldBy(CaseId caseId, String purpose) {
		return this.jdbc.sql("SELECT * FROM quota_place WHERE case_id = ? AND purpose = ?")
			.params(caseId.value(), purpose)
			.query((row, number) -> new Account(row.getString("purpose"), row.getLong("unit_id"),
					row.getString("period")))
			.optional();
	}

	int taken(Account account) {
		return this.jdbc.sql("SELECT taken FROM quota_account WHERE purpose = ? AND unit_id = ? AND period = ?")
			.params(account.purpose(), account.unitId(), account.period())
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	Map<Long, Integer> taken(String purpose, Collection<Long> units, Instant from, Instant before) {
		Map<Long, Integer> taken = new HashMap<>();
		this.jdbc
			.sql("SELECT unit_id, COUNT(*) AS taken FROM quota_place WHERE purpose = :purpose AND unit_id IN (:units) "
					+ "AND taken_at >= :from AND taken_at < :before GROUP BY unit_id")
			.param("purpose", purpose)
			.param("units", units)
			.param("from", utc(from))
			.param("before", utc(before))
			.query((row) -> {
				taken.put(row.getLong("unit_id"), row.getInt("taken"));
			});
		return taken;
	}

	int elsewhere(Account account, Instant from, Instant before) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM quota_place WHERE purpose = ? AND unit_id = ? AND period <> ? "
					+ "AND taken_at >= ? AND taken_at < ?")
			.params(account.purpose(), account.unitId(), account.period(), utc(from), utc(before))
			.query(Integer.class)
			.single();
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

}
