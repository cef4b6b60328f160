package org.leagueflow.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and adds ledger rows; no row is changed or removed. */
@Repository
class LedgerEntries {

	private static final LocalDate MIN_DATE = LocalDate.of(1900, 1, 1);

	private static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

	private final JdbcClient jdbc;

	LedgerEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long add(long personId, Booking booking, Actor by, Instant at) {
		return insert(personId, booking, null, null, by, at);
	}

	long counter(LedgerEntry original, int amount, String reason, Actor by, Instant at) {
		Booking counter = new Booking(original.kind(), original.on(), -amount, original.title(), null, null,
				original.caseId());
		return insert(original.personId(), counter, original.id(), reason, by, at);
	}

	private long insert(long personId, Booking booking, Long corrects, String reason, Actor by, Instant at) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO ledger_entry (person_id, kind, on_date, amount, title, evidence, attachment_id, case_id,
				corrects_id, reason, recorded_by, recorder_name, recorded_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(personId, booking.kind().name(), booking.on(), booking.amount(), booking.title(),
					booking.evidence(), booking.attachmentId(),
					(booking.caseId() != null) ? booking.caseId().value() : null, corrects, reason, by.personId(),
					by.name(), LocalDateTime.ofInstant(at, ZoneOffset.UTC))
			.update(key, "id");
		return key.getKey().longValue();
	}

	int total(long personId, EntryKind kind, LocalDate from, LocalDate to) {
		return this.jdbc
			.sql("SELECT COALESCE(SUM(amount), 0) FROM ledger_entry WHERE person_id = ? AND kind = ? "
					+ "AND on_date BETWEEN ? AND ?")
			.params(personId, kind.name(), (from != null) ? from : MIN_DATE, (to != null) ? to : MAX_DATE)
			.query(Integer.class)
			.single();
	}

	List<LedgerEntry> of(long personId) {
		return this.jdbc.sql("SELECT * FROM ledger_entry WHERE person_id = ? ORDER BY on_date DESC, id DESC")
			.param(personId)
			.query(LedgerEntries::row)
			.list();
	}

	/**
	 * The line, locked until the transaction ends, so that two corrections cannot both
	 * take its last hour.
	 */
	Optional<LedgerEntry> lock(long id) {
		return this.jdbc.sql("SELECT * FROM ledger_entry WHERE id = ? FOR UPDATE")
			.param(id)
			.query(LedgerEntries::row)
			.optional();
	}

	Optional<LedgerEntry> find(long id) {
		return this.jdbc.sql("SELECT * FROM ledger_entry WHERE id = ?").param(id).query(LedgerEntries::row).optional();
	}

	/** The persons of whose lines the file is the proof. */
	List<Long> provedBy(long attachmentId) {
		return this.jdbc.sql("SELECT DISTINCT person_id FROM ledger_entry WHERE attachment_id = ?")
			.param(attachmentId)
			.query(Long.class)
			.list();
	}

	/** What counter-entries have left of a line. */
	int left(LedgerEntry line) {
		return line.amount() + this.jdbc.sql("SELECT COALESCE(SUM(amount), 0) FROM ledger_entry WHERE corrects_id = ?")
			.param(line.id())
			.query(Integer.class)
			.single();
	}

	private static LedgerEntry row(ResultSet row, int number) throws SQLException {
		Long caseId = number(row, "case_id");
		return new LedgerEntry(row.getLong("id"), row.getLong("person_id"), EntryKind.valueOf(row.getString("kind")),
				row.getObject("on_date", LocalDate.class), row.getInt("amount"), row.getString("title"),
				row.getString("evidence"), number(row, "attachment_id"), (caseId != null) ? new CaseId(caseId) : null,
				number(row, "corrects_id"), row.getString("reason"), row.getLong("recorded_by"),
				row.getString("recorder_name"),
				row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
	}

	private static Long number(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

}
