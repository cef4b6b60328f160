package org.leagueflow.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What everybody was told, newest first. */
@Repository
class NotificationList {

	private final JdbcClient jdbc;

	NotificationList(JdbcClient jdbc) {
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

	static Notification row(ResultSet row, int number) throws SQLException {
		return new Notification(row.getLong("id"), row.getLong("person_id"),
				Message.of(row.getString("words_key"), Json.read(row.getString("words_args"), Object[].class)),
				row.getString("link"), instant(row, "created"), instant(row, "read_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		LocalDateTime moment = row.getObject(column, LocalDateTime.class);
		return (moment != null) ? moment.toInstant(ZoneOffset.UTC) : null;
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

}
