package org.leagueflow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain over the record. */
@Repository
class Seals {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	Seals(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * The end of the chain, held until the transaction ends: one node seals at a time.
	 */
	Head lockHead() {
		return this.jdbc.sql("SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE").query(Head.class).single();
	}

	Head head() {
		return this.jdbc.sql("SELECT seq, hash FROM audit_head WHERE id = 1").query(Head.class).single();
	}

	void moveHead(long seq, String hash) {
		this.jdbc.sql("UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1").params(seq, hash).update();
	}

	void add(List<Seal> seals) {
		this.batches.batchUpdate(
				"INSERT INTO audit_seal (seq, entry_id, prev_hash, hash, sealed_at, key_id) VALUES (?, ?, ?, ?, ?, ?)",
				seals.stream()
					.map((seal) -> new Object[] { seal.seq(), seal.entryId(), seal.prevHash(), seal.hash(),
							LocalDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC), seal.keyId() })
					.toList());
	}

	/**
	 * Committed entries above this number, or of one of the others, that no seal covers
	 * yet, lowest first.
	 */
	List<Entry> unsealed(long above, Collection<Long> others, int limit) {
		return this.jdbc
			.sql("SELECT " + Entries.COLUMNS + " FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id"
					+ " WHERE (e.id > :above" + (others.isEmpty() ? "" : " OR e.id IN (:others)")
					+ ") AND s.seq IS NULL ORDER BY e.id LIMIT :limit")
			.param("above", above)
			.param("others", others)
			.param("limit", limit)
			.query(Entries::row)
			.list();
	}

	/** Numbers of committed entries in this range that no seal covers, lowest first. */
	List<Long> passedOver(long above, long upTo, int limit) {
		return this.jdbc
			.sql("SELECT e.id FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id"
					+ " WHERE e.id > ? AND e.id <= ? AND s.seq IS NULL ORDER BY e.id LIMIT ?")
			.params(above, upTo, limit)
			.query(Long.class)
			.list();
	}

	Optional<String> hash(long seq) {
		return this.jdbc.sql("SELECT hash FROM audit_seal WHERE seq = ?").param(seq).query(String.class).optional();
	}

	/** The highest entry number that is sealed, 0 when none is. */
	long highestSealed() {
		return this.jdbc.sql("SELECT COALESCE(MAX(entry_id), 0) FROM audit_seal").query(Long.class).single();
	}

	/**
	 * The links after the given one, each with its entry, which is null when it is gone.
	 */
	List<Link> after(long seq, int limit) {
		return this.jdbc
			.sql("SELECT s.seq, s.entry_id, s.prev_hash, s.hash, s.sealed_at, s.key_id, " + Entries.COLUMNS
					+ " FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id WHERE s.seq > ?"
					+ " ORDER BY s.seq LIMIT ?")
			.params(seq, limit)
			.query(Seals::link)
			.list();
	}

	Optional<Seal> of(long entryId) {
		return this.jdbc
			.sql("SELECT seq, entry_id, prev_hash, hash, sealed_at, key_id FROM audit_seal WHERE entry_id = ?")
			.param(entryId)
			.query(Seals::seal)
			.optional();
	}

	private static Link link(ResultSet row, int number) throws SQLException {
		boolean gone = row.getString("mark") == null;
		return new Link(seal(row, number), gone ? null : Entries.row(row, number));
	}

	private static Seal seal(ResultSet row, int number) throws SQLException {
		Instant sealedAt = row.getObject("sealed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
		return new Seal(row.getLong("seq"), row.getLong("entry_id"), row.getString("prev_hash"), row.getString("hash"),
				sealedAt, row.getString("key_id"));
	}

	/** Where the chain ends. */
	record Head(long seq, String hash) {
	}

	/** A seal with the entry that it covers. */
	record Link(Seal seal, Entry entry) {
	}

}
