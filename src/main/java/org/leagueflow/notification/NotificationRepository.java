package org.leagueflow.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes notifications and the state of their mails. */
@Repository
class NotificationRepository {

	private static final String COLUMNS = "id, person_id, words_key, words_args, link, created, read_at, mail_tries,"
			+ " mail_next, mailed_at";

	private final JdbcClient jdbc;

	NotificationRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a notification and returns its number. */
	long add(long personId, Message words, String link, Instant now) {
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		this.jdbc
			.sql("INSERT INTO notification (person_id, words_key, words_args, link, created) VALUES (?, ?, ?, ?, ?)")
			.params(personId, words.key(), Json.write(words.args()), link, utc(now))
			.update(id, "id");
		return id.getKey().longValue();
	}

	/** Newest first, only those with lower numbers than the given one. */
	List<Notification> of(long personId, long before, int limit) {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM notification WHERE person_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
			.params(personId, before, limit)
			.query(NotificationRepository::row)
			.list();
	}

	Optional<Notification> find(long id) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM notification WHERE id = ?")
			.param(id)
			.query(NotificationRepository::row)
			.optional();
	}

	int unread(long personId) {
		return this.jdbc.sql("SELECT COUNT(*) FROM notification WHERE person_id = ? AND read_at IS NULL")
			.param(personId)
			.query(Integer.class)
			.single();
	}

	void read(long id, Instant now) {
		this.jdbc.sql("UPDATE notification SET read_at = ? WHERE id = ? AND read_at IS NULL")
			.params(utc(now), id)
			.update();
	}

	void readAll(long personId, Instant now) {
		this.jdbc.sql("UPDATE notification SET read_at = ? WHERE person_id = ? AND read_at IS NULL")
			.params(utc(now), personId)
			.update();
	}

	/**
	 * Takes the mail for one try, unless another node did since it was looked at; nobody
	 * else tries before the given moment.
	 */
	boolean take(Notification seen, Instant next) {
		return this.jdbc
			.sql("UPDATE notification SET mail_tries = mail_tries + 1, mail_next = ? WHERE id = ? AND mail_tries = ?"
					+ " AND mailed_at IS NULL")
			.params(utc(next), seen.id(), seen.mailTries())
			.update() == 1;
	}

	void mailed(long id, Instant now) {
		this.jdbc.sql("UPDATE notification SET mailed_at = ? WHERE id = ?").params(utc(now), id).update();
	}

	private static Notification row(ResultSet row, int number) throws SQLException {
		return new Notification(row.getLong("id"), row.getLong("person_id"),
				Message.of(row.getString("words_key"), Json.read(row.getString("words_args"), Object[].class)),
				row.getString("link"), instant(row, "created"), instant(row, "read_at"), row.getInt("mail_tries"),
				instant(row, "mail_next"), instant(row, "mailed_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		LocalDateTime moment = row.getObject(column, LocalDateTime.class);
		return (moment != null) ? moment.toInstant(ZoneOffset.UTC) : null;
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

}
