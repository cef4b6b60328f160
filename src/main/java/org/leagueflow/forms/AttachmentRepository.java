package org.leagueflow.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes attached files and their contents. */
@Repository
class AttachmentRepository {

	private static final String CARD = "SELECT id, sha256, file_name, byte_count, media_type, uploaded_by, uploaded_at, "
			+ "case_id, filed_as FROM attachment ";

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	AttachmentRepository(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<AttachmentCard> find(long id) {
		return this.jdbc.sql(CARD + "WHERE id = ?").param(id).query(AttachmentRepository::row).optional();
	}

	List<AttachmentCard> all(Collection<Long> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql(CARD + "WHERE id IN (:ids) ORDER BY id")
					.param("ids", ids)
					.query(AttachmentRepository::row)
					.list();
	}

	List<AttachmentCard> of(CaseId caseId) {
		return this.jdbc.sql(CARD + "WHERE case_id = ? ORDER BY id")
			.param(caseId.value())
			.query(AttachmentRepository::row)
			.list();
	}

	/** Whether the upload belongs to the case now. */
	boolean file(CaseId caseId, long id, Actor by) {
		return this.jdbc
			.sql("UPDATE attachment SET case_id = ? WHERE id = ? AND (case_id = ? OR (case_id IS NULL "
					+ "AND uploaded_by = ?))")
			.params(caseId.value(), id, caseId.value(), by.personId())
			.update() > 0;
	}

	/** How many uploads of a person belong to no case yet. */
	int unfiled(long personId) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM attachment WHERE uploaded_by = ? AND case_id IS NULL AND filed_as IS NULL")
			.param(personId)
			.query(Integer.class)
			.single();
	}

	/** What the uploads of a person that belong to no case yet weigh together. */
	long unfiledBytes(long personId) {
		return this.jdbc
			.sql("SELECT COALESCE(SUM(byte_count), 0) FROM attachment WHERE uploaded_by = ? AND case_id IS NULL "
					+ "AND filed_as IS NULL")
			.param(personId)
			.query(Long.class)
			.single();
	}

	/** Uploads that have belonged to nothing since before that moment, oldest first. */
	List<AttachmentCard> strays(Instant before, int limit) {
		return this.jdbc
			.sql(CARD + "WHERE case_id IS NULL AND filed_as IS NULL AND uploaded_at < ? ORDER BY id LIMIT ?")
			.params(LocalDateTime.ofInstant(before, ZoneOffset.UTC), limit)
			.query(AttachmentRepository::row)
			.list();
	}

	/**
	 * Removes an upload that still belongs to nothing, and its content unless another has
	 * the same.
	 */
	boolean remove(AttachmentCard stray) {
		boolean removed = this.jdbc.sql("DELETE FROM attachment WHERE id = ? AND case_id IS NULL AND filed_as IS NULL")
			.param(stray.id())
			.update() > 0;
		this.jdbc
			.sql("DELETE FROM attachment_content WHERE sha256 = ? AND NOT EXISTS "
					+ "(SELECT 1 FROM attachment a WHERE a.sha256 = attachment_content.sha256)")
			.param(stray.sha256())
			.update();
		return removed;
	}

	AttachmentCard add(String sha256, byte[] content, String name, FileKind kind, String filedAs, Actor by) {
		keep(sha256, content);
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		this.jdbc.sql(
				"INSERT INTO attachment (sha256, file_name, byte_count, media_type, uploaded_by, uploaded_at, filed_as) "
						+ "VALUES (?, ?, ?, ?, ?, ?, ?)")
			.params(sha256, name, content.length, kind.mediaType(), by.personId(),
					LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC), filedAs)
			.update(id, "id");
		return find(id.getKey().longValue()).orElseThrow();
	}

	private void keep(String sha256, byte[] content) {
		if (kept(sha256)) {
			return;
		}
		try {
			this.jdbc.sql("INSERT INTO attachment_content (sha256, content) VALUES (?, ?)")
				.params(sha256, content)
				.update();
		}
		catch (DuplicateKeyException ex) {
			// The same content came twice at once; one copy is enough.
		}
	}

	/**
	 * Locked until the upload is committed, so that no clean-up job deletes it in
	 * between.
	 */
	private boolean kept(String sha256) {
		return this.jdbc.sql("SELECT sha256 FROM attachment_content WHERE sha256 = ? FOR UPDATE")
			.param(sha256)
			.query(String.class)
			.optional()
			.isPresent();
	}

	byte[] content(AttachmentCard attachment) {
		return this.jdbc.sql("SELECT content FROM attachment_content WHERE sha256 = ?")
			.param(attachment.sha256())
			.query((row, number) -> row.getBytes("content"))
			.single();
	}

	private static AttachmentCard row(ResultSet row, int number) throws SQLException {
		long caseId = row.getLong("case_id");
		CaseId filed = row.wasNull() ? null : new CaseId(caseId);
		return new AttachmentCard(row.getLong("id"), row.getString("sha256"), row.getString("file_name"),
				row.getLong("byte_count"), row.getString("media_type"), row.getLong("uploaded_by"),
				row.getObject("uploaded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), filed,
				row.getString("filed_as"));
	}

}
