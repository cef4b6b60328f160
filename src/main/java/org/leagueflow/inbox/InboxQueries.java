package org.leagueflow.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leagueflow.inbox.InboxFilter.Sort;
import org.leagueflow.inbox.InboxFilter.Token;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads lists page by page: one index range scan for each key that the person holds,
 * merged by order, so that page 50 costs no more than page 1.
 */
@Repository
class InboxQueries {

	private final JdbcClient jdbc;

	InboxQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<InboxItem> find(String taskId) {
		return this.jdbc.sql("SELECT * FROM inbox_item WHERE task_id = ?")
			.param(taskId)
			.query(InboxItems::read)
			.optional();
	}

	/** Open items of these holders. */
	InboxPage todo(List<String> holders, InboxFilter filter, String underPath, Instant now, int size) {
		Condition rest = new Condition();
		narrow(rest, filter, underPath, now);
		after(rest, filter);
		String walk = "(SELECT * FROM inbox_item WHERE holder = ? AND state = 'OPEN'" + rest.sql + order(filter)
				+ " LIMIT " + (size + 1) + ")";
		List<Object> arguments = new ArrayList<>();
		holders.forEach((holder) -> {
			arguments.add(holder);
			arguments.addAll(rest.arguments);
		});
		String walks = String.join(" UNION ALL ", Collections.nCopies(holders.size(), walk));
		return page("SELECT * FROM (" + walks + ") merged" + order(filter), arguments, filter, size);
	}

	long countTodo(List<String> holders, InboxFilter filter, String underPath, Instant now) {
		Condition all = new Condition();
		all.and("state = 'OPEN'");
		all.and("holder IN (" + String.join(",", Collections.nCopies(holders.size(), "?")) + ")", holders.toArray());
		narrow(all, filter, underPath, now);
		return count(all);
	}

	/** Items that this person answered. */
	InboxPage done(long person, InboxFilter filter, String underPath, Instant now, int size) {
		Condition all = answered(person, filter, underPath, now);
		after(all, filter);
		return page(all.select() + order(filter), all.arguments, filter, size);
	}

	long countDone(long person, InboxFilter filter, String underPath, Instant now) {
		return count(answered(person, filter, underPath, now));
	}

	/** Open items of cases below these paths. */
	InboxPage units(List<String> paths, InboxFilter filter, String underPath, Instant now, int size) {
		Condition all = within(paths, filter, underPath, now);
		after(all, filter);
		return page(all.select() + order(filter), all.arguments, filter, size);
	}

	long countUnits(List<String> paths, InboxFilter filter, String underPath, Instant now) {
		return count(within(paths, filter, underPath, now));
	}

	private static Condition answered(long person, InboxFilter filter, String underPath, Instant now) {
		Condition all = new Condition();
		all.and("closed_by = ?", person);
		narrow(all, filter, underPath, now);
		return all;
	}

	private static Condition within(List<String> paths, InboxFilter filter, String underPath, Instant now) {
		Condition all = new Condition();
		all.and("state = 'OPEN'");
		all.and("(" + String.join(" OR ", Collections.nCopies(paths.size(), "unit_path LIKE ?")) + ")",
				paths.stream().map((path) -> path + "%").toArray());
		narrow(all, filter, underPath, now);
		return all;
	}

	private static void narrow(Condition where, InboxFilter filter, String underPath, Instant now) {
		if (filter.text() != null) {
			String start = filter.text().replaceAll("[!%_]", "!$0") + "%";
			boolean number = filter.text().matches("[A-Za-z]{1,8}-?\\d*.*");
			where.and(number ? "case_number LIKE ? ESCAPE '!'" : "subject_name LIKE ? ESCAPE '!'",
					number ? start.toUpperCase(Locale.ROOT) : start);
		}
		where.andEquals("process", filter.process());
		where.andEquals("stage", filter.stage());
		if (underPath != null) {
			where.and("unit_path LIKE ?", underPath + "%");
		}
		if (filter.overdue()) {
			where.and("due_order < ?", Utc.column(now));
		}
	}

	private static void after(Condition where, InboxFilter filter) {
		if (filter.after() == null) {
			return;
		}
		Token last = Token.read(filter.after());
		if (filter.sort() == Sort.NEWEST) {
			where.and("id < ?", last.id());
		}
		else {
			// Both halves name the leading column, so that the index range starts where
			// the last page ended.
			boolean due = filter.sort() == Sort.DUE;
			Object moment = Utc.column(Instant.ofEpochMilli(last.moment()));
			where.and(due ? "due_order >= ? AND (due_order > ? OR id > ?)"
					: "closed_at <= ? AND (closed_at < ? OR id < ?)", moment, moment, last.id());
		}
	}

	private static String order(InboxFilter filter) {
		return switch (filter.sort()) {
			case NEWEST -> " ORDER BY id DESC";
			case DUE -> " ORDER BY due_order, id";
			case CLOSED -> " ORDER BY closed_at DESC, id DESC";
		};
	}

	private InboxPage page(String sql, List<Object> arguments, InboxFilter filter, int size) {
		List<InboxItem> rows = this.jdbc.sql(sql + " LIMIT " + (size + 1))
			.params(arguments)
			.query(InboxItems::read)
			.list();
		return (rows.size() > size) ? new InboxPage(rows.subList(0, size), token(rows.get(size - 1), filter.sort()))
				: new InboxPage(rows, null);
	}

	private static String token(InboxItem last, Sort sort) {
		Instant moment = switch (sort) {
			case NEWEST -> Instant.EPOCH;
			case DUE -> (last.dueAt() != null) ? last.dueAt() : Utc.moment(InboxItems.NO_DUE_DATE);
			case CLOSED -> last.closedAt();
		};
		return new Token(moment.toEpochMilli(), last.id()).toString();
	}

	private long count(Condition where) {
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_item WHERE 1 = 1" + where.sql)
			.params(where.arguments)
			.query(Long.class)
			.single();
	}

	/** A condition that grows. */
	private static final class Condition {

		private final StringBuilder sql = new StringBuilder();

		private final List<Object> arguments = new ArrayList<>();

		void and(String condition, Object... values) {
			this.sql.append(" AND ").append(condition);
			this.arguments.addAll(List.of(values));
		}

		void andEquals(String column, String value) {
			if (value != null) {
				and(column + " = ?", value);
			}
		}

		String select() {
			return "SELECT * FROM inbox_item WHERE 1 = 1" + this.sql;
		}

	}

}
