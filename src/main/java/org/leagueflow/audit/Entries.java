package org.leagueflow.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the record: added and read, never changed and never removed. */
@Repository
class Entries {

	static final String COLUMNS = "e.id, e.at, e.person_id, e.person_name, e.acting_for, e.post, e.unit_id, e.case_id, "
			+ "e.what, e.subject, e.before_hash, e.after_hash, e.detail, e.node, e.nonce, e.mark";

	private static final String INSERT = """
			INSERT INTO audit_entry (at, person_id, person_name, acting_for, post, unit_id, case_id, what, subject,
			before_hash, after_hash, detail, node, nonce, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private static final int BATCH_SIZE = 500;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	Entries(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** A batch of one row would have MySQL's driver prepare its statement each time. */
	void add(List<Entry> entries) {
		if (entries.size() == 1) {
			this.batches.update(INSERT, (statement) -> fill(statement, entries.get(0)));
		}
		else {
			this.batches.batchUpdate(INSERT, entries, BATCH_SIZE, Entries::fill);
		}
	}

	private static void fill(PreparedStatement statement, Entry entry) throws SQLException {
		Object[] values = { entry.atUtc(), entry.personId(), entry.personName(), entry.actingFor(), entry.post(),
				entry.unitId(), entry.caseId(), entry.what(), entry.subject(), entry.beforeHash(), entry.afterHash(),
				entry.detail(), entry.node(), entry.nonce(), entry.mark() };
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
	}

	Optional<Entry> find(long id) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry e WHERE e.id = ?")
			.param(id)
			.query(Entries::row)
			.optional();
	}

	/** Newest first. */
	List<Entry> find(AuditFilter search, ZoneId zone, int limit) {
		StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM audit_entry e WHERE 1 = 1");
		List<Object> params = new ArrayList<>();
		where(search, zone, (condition, param) -> {
			sql.append(" AND ").append(condition);
			params.add(param);
		});
		params.add(limit);
		return this.jdbc.sql(sql + " ORDER BY e.id DESC LIMIT ?").params(params).query(Entries::row).list();
	}

	private static void where(AuditFilter search, ZoneId zone, BiConsumer<String, Object> and) {
		when(search.before(), (id) -> and.accept("e.id < ?", id));
		when(search.caseId(), (id) -> and.accept("e.case_id = ?", id));
		when(search.unit(), (id) -> and.accept("e.unit_id = ?", id));
		when(search.from(), (day) -> and.accept("e.at >= ?", utc(day, zone)));
		when(search.to(), (day) -> and.accept("e.at < ?", utc(day.plusDays(1), zone)));
		when(text(search.what()), (what) -> and.accept("e.what LIKE ? ESCAPE '!'", startingWith(what)));
		when(text(search.who()), (who) -> {
			if (who.matches("\\d{1,18}")) {
				and.accept("e.person_id = ?", Long.valueOf(who));
			}
			else {
				and.accept("e.person_name LIKE ? ESCAPE '!'", startingWith(who));
			}
		});
	}

	private static <T> void when(T given, Consumer<T> then) {
		if (given != null) {
			then.accept(given);
		}
	}

	private static String text(String given) {
		return (given == null || given.isBlank()) ? null : given.strip();
	}

	private static String startingWith(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

	private static LocalDateTime utc(LocalDate day, ZoneId zone) {
		return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
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
