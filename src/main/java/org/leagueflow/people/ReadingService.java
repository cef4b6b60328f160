package org.leagueflow.people;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps readings, in a table for the person concerned and in the audit record. */
@Service
class ReadingService implements Readings {

	private static final int MIN_REASON_LENGTH = 4;

	private static final int MAX_REASON_LENGTH = 200;

	private static final int MAX_SHOWN = 100;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final BusinessClock clock;

	ReadingService(JdbcClient jdbc, AuditLog audit, BusinessClock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public boolean fromOutside(String unitPath, Actor by) {
		return by.posts().stream().noneMatch((post) -> Posts.leaguePost(post.role()) && post.reaches(unitPath));
	}

	@Override
	@Transactional
	public void work(ReadTarget thing, Actor by) {
		if (thing.subjectId() != by.personId() && !by.isSystem() && today(thing, by).isEmpty()) {
			keep(thing, null, by);
		}
	}

	@Override
	@Transactional(readOnly = true)
	public boolean explained(ReadTarget thing, Actor by) {
		return today(thing, by).filter((reason) -> !reason.isEmpty()).isPresent();
	}

	@Override
	@Transactional
	public void explain(ReadTarget thing, String reason, Actor by) {
		String why = (reason != null) ? reason.strip() : "";
		if (why.length() < MIN_REASON_LENGTH || why.length() > MAX_REASON_LENGTH) {
			throw Refusal.Invalid.field("reason", "refusal.people.id-number-reason", MIN_REASON_LENGTH,
					MAX_REASON_LENGTH);
		}
		if (thing.subjectId() != by.personId()) {
			keep(thing, why, by);
		}
	}

	@Override
	@Transactional
	public void part(ReadTarget part, ReadTarget whole, Actor by) {
		note(part, today(whole, by).filter((reason) -> !reason.isEmpty()).orElse(null), by);
	}

	/** The reason for which it was read today; empty text when it was for work. */
	private Optional<String> today(ReadTarget thing, Actor by) {
		return this.jdbc
			.sql("SELECT COALESCE(reason, '') FROM reading WHERE reader_id = ? AND kind = ? AND ref_id = ?"
					+ " AND read_on = ?")
			.params(by.personId(), thing.kind(), thing.id(), this.clock.today())
			.query(String.class)
			.optional();
	}

	/**
	 * Lets the person concerned see a reading that is recorded in the audit record by its
	 * own name.
	 */
	@Transactional
	void note(ReadTarget thing, String reason, Actor by) {
		if (thing.subjectId() != by.personId() && today(thing, by).isEmpty()) {
			insert(thing, reason, by);
		}
	}

	private void keep(ReadTarget thing, String reason, Actor by) {
		if (insert(thing, reason, by)) {
			this.audit.record(AuditEvent.of(by, thing.kind() + ".read", thing.kind() + ":" + thing.id())
				.as(post(by))
				.on(thing.caseId())
				.in(thing.unitId())
				.with(reason));
		}
	}

	private static String post(Actor by) {
		return by.posts().stream().map(Post::role).findFirst().orElse(null);
	}

	/** False when another tab was faster. */
	private boolean insert(ReadTarget thing, String reason, Actor by) {
		try {
			this.jdbc
				.sql("INSERT INTO reading (subject_id, kind, ref_id, label, reader_id, reader_name, reader_post,"
						+ " reason, read_on, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(thing.subjectId(), thing.kind(), thing.id(), Characters.first(thing.label(), 100),
						by.personId(), Characters.first(by.name(), 200), post(by), reason, this.clock.today(),
						LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	@Override
	@Transactional(readOnly = true)
	public List<Read> about(long personId) {
		return this.jdbc
			.sql("SELECT kind, label, reader_name, reader_post, reason, read_on FROM reading WHERE subject_id = ?"
					+ " ORDER BY id DESC LIMIT " + MAX_SHOWN)
			.param(personId)
			.query((row, number) -> new Read(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
					row.getString(5), row.getObject(6, LocalDate.class)))
			.list();
	}

}
