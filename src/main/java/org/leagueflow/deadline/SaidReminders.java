package org.leagueflow.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said already; of two nodes that say the same, the first insert wins. */
@Component
class SaidReminders {

	private final JdbcClient jdbc;

	SaidReminders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was said of these deadlines of one kind. */
	Set<Key> of(String kind, Collection<Deadline> deadlines) {
		LocalDate first = deadlines.stream().map(Deadline::day).min(LocalDate::compareTo).orElse(null);
		LocalDate last = deadlines.stream().map(Deadline::day).max(LocalDate::compareTo).orElse(null);
		return (first == null) ? Set.of()
				: new HashSet<>(this.jdbc
					.sql("SELECT subject, due_day, step, round FROM deadline_reminder"
							+ " WHERE kind = ? AND due_day BETWEEN ? AND ?")
					.params(kind, first, last)
					.query((row, number) -> new Key(row.getString(1), row.getObject(2, LocalDate.class),
							row.getString(3), row.getInt(4)))
					.list());
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException when it was said before
	 */
	void add(String kind, Key key, Instant at) {
		this.jdbc.sql(
				"INSERT INTO deadline_reminder (kind, subject, due_day, step, round, said_at) VALUES (?, ?, ?, ?, ?, ?)")
			.params(kind, key.subject(), key.day(), key.step(), key.round(),
					LocalDateTime.ofInstant(at, ZoneOffset.UTC))
			.update();
	}

	/** One reminder of one deadline, said once, or once in a round. */
	record Key(String subject, LocalDate day, String step, int round) {

		static Key of(Deadline deadline, Reminder reminder, LocalDate today) {
			return new Key(deadline.subject(), deadline.day(), reminder.step(), reminder.round(today));
		}

	}

}
