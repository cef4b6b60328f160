package org.leagueflow.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leagueflow.kernel.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers. Every change names the state that it expects, so that of two who want the
 * same number one gets it and the other is told.
 */
@Repository
class Numbers {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	Numbers(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	void enter(long unitId, long blockId, String prefix, int first, int count) {
		List<Object[]> rows = IntStream.range(first, first + count)
			.mapToObj((serial) -> new Object[] { MemberNumber.of(prefix, serial), unitId, blockId })
			.toList();
		this.template.batchUpdate("INSERT INTO quota_number (number_text, state, holder_unit_id, block_id, version) "
				+ "VALUES (?, 'FREE', ?, ?, 0)", rows);
	}

	int existing(String from, String to) {
		return this.jdbc.sql("SELECT COUNT(*) FROM quota_number WHERE number_text BETWEEN ? AND ?")
			.params(from, to)
			.query(Integer.class)
			.single();
	}

	/** Free numbers of the unit, those of the year first, then the lowest. */
	List<MemberNumber> free(long unitId, int year, int limit) {
		return this.jdbc
			.sql("SELECT * FROM quota_number WHERE holder_unit_id = ? AND state = 'FREE' "
					+ "ORDER BY CASE WHEN number_text LIKE ? THEN 0 ELSE 1 END, number_text LIMIT ?")
			.params(unitId, year + "%", limit)
			.query(Numbers::row)
			.list();
	}

	/** The unit's lowest free numbers. */
	List<MemberNumber> lowest(long unitId, int limit) {
		return this.jdbc
			.sql("SELECT * FROM quota_number WHERE holder_unit_id = ? AND state = 'FREE' ORDER BY number_text LIMIT ?")
			.params(unitId, limit)
			.query(Numbers::row)
			.list();
	}

	/**
	 * Lets only one transaction at a time take from this unit's pool: two that take at
	 * once would lock each other out of the same index.
	 */
	void queueUp(long unitId) {
		this.jdbc.sql("SELECT id FROM quota_block WHERE unit_id = ? ORDER BY id FOR UPDATE")
			.param(unitId)
			.query(Long.class)
			.list();
	}

	/** Whether the number was still free and is now the case's. */
	boolean reserve(String number, CaseId caseId) {
		return this.jdbc
			.sql("UPDATE quota_number SET state = 'RESERVED', case_id = ?, last_case_id = ?, version = version + 1 "
					+ "WHERE number_text = ? AND state = 'FREE'")
			.params(caseId.value(), caseId.value(), number)
			.update() == 1;
	}

	boolean use(CaseId caseId) {
		return this.jdbc
			.sql("UPDATE quota_number SET state = 'USED', version = version + 1 "
					+ "WHERE case_id = ? AND state = 'RESERVED'")
			.param(caseId.value())
			.update() == 1;
	}

	boolean release(CaseId caseId) {
		return this.jdbc
			.sql("UPDATE quota_number SET state = 'FREE', case_id = NULL, version = version + 1 "
					+ "WHERE case_id = ? AND state = 'RESERVED'")
			.param(caseId.value())
			.update() == 1;
	}

	/** Moves a run of free numbers to another unit and says how many it was. */
	int move(String first, String last, long fromUnitId, long toUnitId, long blockId) {
		return this.jdbc
			.sql("UPDATE quota_number SET holder_unit_id = ?, block_id = ?, version = version + 1 "
					+ "WHERE number_text BETWEEN ? AND ? AND holder_unit_id = ? AND state = 'FREE'")
			.params(toUnitId, blockId, first, last, fromUnitId)
			.update();
	}

	boolean voidNumber(String number, String reason, String byName, Instant at) {
		return this.jdbc
			.sql("UPDATE quota_number SET state = 'VOID', case_id = NULL, void_reason = ?, voided_by_name = ?, "
					+ "voided_at = ?, version = version + 1 WHERE number_text = ? AND state IN ('FREE', 'RESERVED')")
			.params(reason, byName, LocalDateTime.ofInstant(at, ZoneOffset.UTC), number)
			.update() == 1;
	}

	Optional<MemberNumber> find(String number) {
		return this.jdbc.sql("SELECT * FROM quota_number WHERE number_text = ?")
			.param(number)
			.query(Numbers::row)
			.optional();
	}

	Optional<MemberNumber> of(CaseId caseId) {
		return this.jdbc.sql("SELECT * FROM quota_number WHERE case_id = ?")
			.param(caseId.value())
			.query(Numbers::row)
			.optional();
	}

	/** How many numbers the unit holds in each state. */
	Map<NumberState, Integer> counts(long unitId) {
		Map<NumberState, Integer> counts = new EnumMap<>(NumberState.class);
		this.jdbc.sql("SELECT state, COUNT(*) AS many FROM quota_number WHERE holder_unit_id = ? GROUP BY state")
			.param(unitId)
			.query((row) -> {
				counts.put(NumberState.valueOf(row.getString("state")), row.getInt("many"));
			});
		return counts;
	}

	/** The unit's numbers from one on, for a page; state may be null for all. */
	List<MemberNumber> page(long unitId, NumberState state, String after, int limit) {
		return this.jdbc
			.sql("SELECT * FROM quota_number WHERE holder_unit_id = :unit AND (:state IS NULL OR state = :state) "
					+ "AND number_text > :after ORDER BY number_text LIMIT :limit")
			.param("unit", unitId)
			.param("state", (state != null) ? state.name() : null, java.sql.Types.VARCHAR)
			.param("after", (after != null) ? after : "")
			.param("limit", limit)
			.query(Numbers::row)
			.list();
	}

	private static MemberNumber row(ResultSet row, int number) throws SQLException {
		long caseId = row.getLong("case_id");
		Long holds = row.wasNull() ? null : caseId;
		return new MemberNumber(row.getString("number_text"), NumberState.valueOf(row.getString("state")),
				row.getLong("holder_unit_id"), row.getLong("block_id"), holds, row.getString("void_reason"),
				row.getString("voided_by_name"), row.getObject("voided_at", LocalDateTime.class));
	}

}
