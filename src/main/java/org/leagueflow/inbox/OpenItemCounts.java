package org.leagueflow.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.SimpleTransactionScope;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts open items exactly and without looking through them. Each transaction adds rows
 * for what it changed when it commits, and waits for nobody; {@link OpenItemCountJob}
 * adds them up.
 */
@Repository
class OpenItemCounts {

	private static final String GROUP = "counted_by = ? AND holder = ? AND process = ? AND stage = ? AND unit_path = ? AND due_hour = ?";

	private static final String INSERT = "INSERT INTO inbox_change (holder, process, stage, unit_path, due_hour, open_count) VALUES ";

	private static final String VALUES = "(?, ?, ?, ?, ?, ?)";

	/**
	 * Up to so many rows are one statement by themselves, which MySQL's driver keeps
	 * prepared; it prepares batches anew each time.
	 */
	private static final int FEW_CHANGES = 4;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	/** A bean of that scope would be made and looked over anew in each transaction. */
	private final SimpleTransactionScope transaction = new SimpleTransactionScope();

	OpenItemCounts(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** How many open items these holders have, as committed. */
	long total(Collection<String> holders) {
		Condition held = new Condition().in("holder", holders);
		return sum("inbox_total", held, held);
	}

	/**
	 * How many open items of these holders the filter lets through, its text left out.
	 */
	long held(List<String> holders, InboxFilter filter, String underPath, Instant now) {
		return count(new Condition().in("holder", holders), CountedBy.of(filter, underPath != null), filter, underPath,
				now);
	}

	/**
	 * How many open items below these paths the filter lets through, its text left out.
	 */
	long under(List<String> paths, InboxFilter filter, String underPath, Instant now) {
		return count(new Condition().under(paths), CountedBy.of(filter, true), filter, underPath, now);
	}

	private long count(Condition whose, CountedBy by, InboxFilter filter, String underPath, Instant now) {
		if (by == null) {
			Condition open = whose.copy().and("state = 'OPEN'");
			InboxQueries.narrow(open, filter, underPath, now);
			return items(open);
		}
		Condition narrowed = whose.copy();
		narrow(narrowed, filter, underPath, now);
		long inFullHours = sum("inbox_count", by.condition().and(narrowed), narrowed);
		return filter.overdue() ? inFullHours + sinceFullHour(whose, filter, underPath, now) : inFullHours;
	}

	private long sinceFullHour(Condition whose, InboxFilter filter, String underPath, Instant now) {
		Condition late = whose.copy().and("state = 'OPEN'");
		InboxQueries.narrow(late, filter, underPath, now);
		return items(late.and("due_order > ?", fullHour(now)));
	}

	/** Holders, processes and stages that the filter may let through. */
	List<Kind> kinds(List<String> holders, InboxFilter filter, String underPath) {
		return groups("holder, process, stage", holders, filter, underPath,
				(row, number) -> new Kind(row.getString(1), row.getString(2), row.getString(3)));
	}

	/** Holders and units that the filter may let through. */
	List<Place> places(List<String> holders, InboxFilter filter, String underPath) {
		return groups("holder, unit_path", holders, filter, underPath,
				(row, number) -> new Place(row.getString(1), row.getString(2)));
	}

	private <T> List<T> groups(String by, List<String> holders, InboxFilter filter, String underPath,
			RowMapper<T> mapper) {
		Condition narrowed = new Condition().in("holder", holders);
		narrowed.andEquals("process", filter.process()).andEquals("stage", filter.stage());
		if (underPath != null) {
			narrowed.and("unit_path LIKE ?", underPath + "%");
		}
		Condition counted = CountedBy.KIND_UNIT.condition().and(narrowed);
		List<Object> arguments = new ArrayList<>(counted.arguments());
		arguments.addAll(narrowed.arguments());
		return this.jdbc
			.sql("SELECT DISTINCT " + by + " FROM inbox_count WHERE 1 = 1" + counted.sql() + " UNION SELECT DISTINCT "
					+ by + " FROM inbox_change WHERE 1 = 1" + narrowed.sql())
			.params(arguments)
			.query(mapper)
			.list();
	}

	/** What was added up and what was not, in one statement, which sees one moment. */
	private long sum(String table, Condition addedUp, Condition changes) {
		String sum = "SELECT COALESCE(SUM(open_count), 0) AS open_count FROM %s WHERE 1 = 1%s";
		List<Object> arguments = new ArrayList<>(addedUp.arguments());
		arguments.addAll(changes.arguments());
		return this.jdbc
			.sql("SELECT SUM(open_count) FROM (" + sum.formatted(table, addedUp.sql()) + " UNION ALL "
					+ sum.formatted("inbox_change", changes.sql()) + ") counted")
			.params(arguments)
			.query(Long.class)
			.single();
	}

	private long items(Condition where) {
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_item WHERE 1 = 1" + where.sql())
			.params(where.arguments())
			.query(Long.class)
			.single();
	}

	private static void narrow(Condition where, InboxFilter filter, String underPath, Instant now) {
		where.andEquals("process", filter.process());
		where.andEquals("stage", filter.stage());
		if (underPath != null) {
			where.and("unit_path LIKE ?", underPath + "%");
		}
		if (filter.overdue()) {
			where.and("due_hour <= ?", fullHour(now));
		}
	}

	/** Whatever was due by then is overdue now. */
	private static LocalDateTime fullHour(Instant now) {
		return Utc.column(now.minusMillis(1)).truncatedTo(ChronoUnit.HOURS);
	}

	/** Adds to a count when the current transaction commits. */
	void add(OpenItemGroup group, long change) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			OpenItemChanges changes = (OpenItemChanges) this.transaction.get("openItemChanges",
					() -> new OpenItemChanges(this));
			changes.add(group, change);
		}
		else {
			write(Map.of(group, change));
		}
	}

	void write(Map<OpenItemGroup, Long> changes) {
		List<Object[]> rows = changes.entrySet()
			.stream()
			.filter((one) -> one.getValue() != 0)
			.map((one) -> row(one.getKey(), one.getValue()))
			.toList();
		if (rows.size() > FEW_CHANGES) {
			this.batches.batchUpdate(INSERT + VALUES, rows);
		}
		else if (!rows.isEmpty()) {
			this.batches.update(INSERT + String.join(", ", Collections.nCopies(rows.size(), VALUES)),
					rows.stream().flatMap(Arrays::stream).toArray());
		}
	}

	private static Object[] row(OpenItemGroup group, long count) {
		return new Object[] { group.holder(), group.process(), group.stage(), group.unitPath(), group.dueHour(),
				count };
	}

	/**
	 * Adds up changes that were committed, and leaves those that another node adds up.
	 * @return how many
	 */
	int addUp(int limit) {
		List<Change> changes = this.jdbc.sql(
				"SELECT id, holder, process, stage, unit_path, due_hour, open_count FROM inbox_change ORDER BY id LIMIT "
						+ limit + " FOR UPDATE SKIP LOCKED")
			.query(Change::read)
			.list();
		if (changes.isEmpty()) {
			return 0;
		}
		Map<String, Long> holders = new TreeMap<>();
		changes.forEach((change) -> holders.merge(change.group().holder(), change.count(), Long::sum));
		holders.forEach(this::addToTotal);
		for (CountedBy by : CountedBy.values()) {
			Map<OpenItemGroup, Long> groups = new TreeMap<>();
			changes.forEach((change) -> groups.merge(by.group(change.group()), change.count(), Long::sum));
			groups.forEach((group, count) -> addToGroup(by, group, count));
		}
		this.batches.batchUpdate("DELETE FROM inbox_change WHERE id = ?",
				changes.stream().map((change) -> new Object[] { change.id() }).toList());
		return changes.size();
	}

	private void addToTotal(String holder, long change) {
		if (change != 0 && this.batches.update("UPDATE inbox_total SET open_count = open_count + ? WHERE holder = ?",
				change, holder) == 0) {
			this.batches.update("INSERT INTO inbox_total (holder, open_count) VALUES (?, ?)", holder, change);
		}
	}

	private void addToGroup(CountedBy by, OpenItemGroup group, long change) {
		if (change == 0) {
			return;
		}
		Object[] key = { by.name(), group.holder(), group.process(), group.stage(), group.unitPath(), group.dueHour() };
		if (this.jdbc.sql("UPDATE inbox_count SET open_count = open_count + ? WHERE " + GROUP)
			.param(change)
			.params(key)
			.update() == 0) {
			this.jdbc
				.sql("INSERT INTO inbox_count (counted_by, holder, process, stage, unit_path, due_hour, open_count)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?)")
				.params(key)
				.param(change)
				.update();
		}
		else if (change < 0) {
			this.batches.update("DELETE FROM inbox_count WHERE " + GROUP + " AND open_count = 0", key);
		}
	}

	/** What the rows of the counts are counted by. */
	private enum CountedBy {

		/** Process, stage and unit. */
		KIND_UNIT,
		/** Process, stage and due hour. */
		KIND_DUE,
		/** Unit and due hour. */
		UNIT_DUE;

		/** The counts that answer the filter; null where only the items do. */
		static CountedBy of(InboxFilter filter, boolean units) {
			boolean kind = filter.process() != null || filter.stage() != null;
			if (!filter.overdue()) {
				return KIND_UNIT;
			}
			return !units ? KIND_DUE : kind ? null : UNIT_DUE;
		}

		Condition condition() {
			return new Condition().and("counted_by = ?", name());
		}

		OpenItemGroup group(OpenItemGroup of) {
			return switch (this) {
				case KIND_UNIT -> of.due(InboxItems.NO_DUE_DATE);
				case KIND_DUE -> of.at("");
				case UNIT_DUE -> new OpenItemGroup(of.holder(), "", "", of.unitPath(), of.dueHour());
			};
		}

	}

	/** A holder's items of one stage. */
	record Kind(String holder, String process, String stage) {
	}

	/** A holder's items of one unit. */
	record Place(String holder, String unitPath) {
	}

	/** A row that is not added up yet. */
	private record Change(long id, OpenItemGroup group, long count) {

		static Change read(ResultSet row, int number) throws SQLException {
			return new Change(row.getLong(1), new OpenItemGroup(row.getString(2), row.getString(3), row.getString(4),
					row.getString(5), row.getObject(6, LocalDateTime.class)), row.getLong(7));
		}

	}

	/** A condition that grows; each part begins with AND. */
	static final class Condition {

		private final StringBuilder sql = new StringBuilder();

		private final List<Object> arguments = new ArrayList<>();

		Condition and(String condition, Object... values) {
			this.sql.append(" AND ").append(condition);
			this.arguments.addAll(List.of(values));
			return this;
		}

		Condition andEquals(String column, String value) {
			return (value != null) ? and(column + " = ?", value) : this;
		}

		Condition in(String column, Collection<?> values) {
			return and(column + " IN (" + String.join(",", Collections.nCopies(values.size(), "?")) + ")",
					values.toArray());
		}

		Condition under(Collection<String> paths) {
			return and("(" + String.join(" OR ", Collections.nCopies(paths.size(), "unit_path LIKE ?")) + ")",
					paths.stream().map((path) -> path + "%").toArray());
		}

		Condition and(Condition other) {
			this.sql.append(other.sql);
			this.arguments.addAll(other.arguments);
			return this;
		}

		Condition copy() {
			Condition copy = new Condition();
			copy.sql.append(this.sql);
			copy.arguments.addAll(this.arguments);
			return copy;
		}

		String sql() {
			return this.sql.toString();
		}

		List<Object> arguments() {
			return this.arguments;
		}

	}

}
