package org.leagueflow.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Who was given which run of numbers by whom. */
@Repository
class Blocks {

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	Blocks(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	long add(long unitId, Long fromUnitId, Long parentId, String prefix, int first, int last, Actor by, Instant at) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("INSERT INTO quota_block (unit_id, from_unit_id, parent_id, prefix, first_no, last_no, given_by, "
					+ "given_by_name, given_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(unitId, fromUnitId, parentId, prefix, first, last, by.personId(), by.name(),
					LocalDateTime.ofInstant(at, ZoneOffset.UTC))
			.update(key, "id");
		return key.getKey().longValue();
	}

	/** The runs that the unit was given, the newest first. */
	List<Block> of(long unitId) {
		return this.jdbc.sql("SELECT * FROM quota_block WHERE unit_id = ? ORDER BY id DESC")
			.param(unitId)
			.query(this::row)
			.list();
	}

	int given(long unitId) {
		return this.jdbc.sql("SELECT COALESCE(SUM(last_no - first_no + 1), 0) FROM quota_block WHERE unit_id = ?")
			.param(unitId)
			.query(Integer.class)
			.single();
	}

	int passedOn(long unitId) {
		return this.jdbc.sql("SELECT COALESCE(SUM(last_no - first_no + 1), 0) FROM quota_block WHERE from_unit_id = ?")
			.param(unitId)
			.query(Integer.class)
			.single();
	}

	/** Those of the units that were ever given numbers. */
	List<Long> holders(Collection<Long> unitIds) {
		return this.jdbc.sql("SELECT DISTINCT unit_id FROM quota_block WHERE unit_id IN (:units)")
			.param("units", unitIds)
			.query(Long.class)
			.list();
	}

	private Block row(ResultSet row, int number) throws SQLException {
		long from = row.getLong("from_unit_id");
		Long fromUnit = row.wasNull() ? null : from;
		return new Block(row.getLong("id"), row.getLong("unit_id"), fromUnit, row.getString("prefix"),
				row.getInt("first_no"), row.getInt("last_no"), row.getString("given_by_name"),
				this.clock.dateOf(row.getObject("given_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)));
	}

}
