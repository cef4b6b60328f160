package org.leagueflow.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leagueflow.inbox.InboxFilter.Sort;
import org.leagueflow.inbox.InboxFilter.Token;
import org.leagueflow.inbox.OpenItemCounts.Condition;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads lists page by page: one index range scan for each key that the person holds,
 * merged by order, so that page 50 costs no more than page 1.
 */
@Repository
class InboxQueries {

	/** Up to so many are found first and sorted then. */
	private static final int FEW = 4000;

	/** Up to so many index ranges are merged. */
	private static final int MAX_WALKS = 40;

	private final JdbcClient jdbc;

	private final OpenItemCounts counts;

	InboxQueries(JdbcClient jdbc, OpenItemCounts counts) {
		this.jdbc = jdbc;
		this.counts = counts;
	}

	Optional<InboxItem> find(String taskId) {
		return this.jdbc.sql("SELECT * FROM inbox_item WHERE task_id = ?")
			.param(taskId)
			.query(InboxItems::read)
			.optional();
	}

	/**
	 * Open items of these holders.
	 * @param total how many the filter lets through
	 */
	InboxPage todo(List<String> holders, InboxFilter filter, String underPath, Instant now, int size, long total) {
		Condition rest = new Condition();
		narrow(rest, filter, underPath, now);
		after(rest, filter);
		boolean few = filter.narrowed() && total <= FEW;
		List<Walk> walks = (few && !inOrder(filter, underPath)) ? List.of() : walks(holders, filter, underPath);
		if (!walks.isEmpty()) {
			return merged(walks, rest, filter, size);
		}
		if (!few) {
			return merged(walksOf(holders, filter), rest, filter, size);
		}
		Condition found = new Condition().and("state = 'OPEN'").in("holder", holders).and(rest);
		return page("SELECT * FROM inbox_item" + indexOfKind(filter, underPath) + " WHERE 1 = 1" + found.sql()
				+ sorted(filter), found.arguments(), filter, size);
	}

	/**
	 * Process and unit at once: the index of kinds also holds the unit's path, so that
	 * only rows that are found are read; left to itself, MySQL reads every row of the
	 * unit.
	 */
	private static String indexOfKind(InboxFilter filter, String underPath) {
		boolean kind = filter.process() != null || filter.stage() != null;
		return (kind && underPath != null && filter.text() == null) ? " USE INDEX (inbox_item_kind_due)" : "";
	}

	/**
	 * Whether index ranges hold what the filter lets through, and nothing else, in the
	 * order of the list.
	 */
	private static boolean inOrder(InboxFilter filter, String underPath) {
		boolean kind = filter.process() != null || filter.stage() != null;
		return filter.text() == null && !(kind && underPath != null)
				&& !(filter.overdue() && filter.sort() == Sort.NEWEST);
	}

	/**
	 * The index ranges in which the items stand in the order of the list; none when they
	 * are too many.
	 */
	private List<Walk> walks(List<String> holders, InboxFilter filter, String underPath) {
		boolean due = filter.sort() == Sort.DUE;
		List<Walk> walks = new ArrayList<>();
		if (filter.process() != null || filter.stage() != null) {
			this.counts.kinds(holders, filter, underPath)
				.forEach((kind) -> walks.add(Walk.of(due ? "inbox_item_kind_due" : "inbox_item_kind", kind)));
		}
		else if (underPath != null) {
			this.counts.places(holders, filter, underPath)
				.forEach((place) -> walks.add(Walk.of(due ? "inbox_item_unit_due" : "inbox_item_unit_newest", place)));
		}
		else {
			return walksOf(holders, filter);
		}
		return (walks.size() <= MAX_WALKS) ? walks : List.of();
	}

	private static List<Walk> walksOf(List<String> holders, InboxFilter filter) {
		String index = (filter.sort() == Sort.DUE) ? "inbox_item_due" : "inbox_item_newest";
		return holders.stream().map((holder) -> Walk.of(index, holder)).toList();
	}

	private InboxPage merged(List<Walk> walks, Condition rest, InboxFilter filter, int size) {
		List<String> selects = new ArrayList<>();
		List<Object> arguments = new ArrayList<>();
		walks.forEach((walk) -> {
			selects.add("(SELECT * FROM inbox_item USE INDEX (" + walk.index() + ") WHERE state = 'OPEN'"
					+ walk.range().sql() + rest.sql() + order(filter) + " LIMIT " + (size + 1) + ")");
			arguments.addAll(walk.range().arguments());
			arguments.addAll(rest.arguments());
		});
		return page("SELECT * FROM (" + String.join(" UNION ALL ", selects) + ") merged" + order(filter), arguments,
				filter, size);
	}

	long countTodo(List<String> holders, InboxFilter filter, String underPath, Instant now) {
		if (filter.text() == null && !lateKindAtUnit(filter, underPath)) {
			return this.counts.held(holders, filter, underPath, now);
		}
		Condition held = new Condition().in("holder", holders).and("state = 'OPEN'");
		narrow(held, filter, underPath, now);
		return (filter.text() == null) ? countKinds(held, this.counts.kinds(holders, filter, underPath)) : count(held);
	}

	private static boolean lateKindAtUnit(InboxFilter filter, String underPath) {
		return filter.overdue() && underPath != null && (filter.process() != null || filter.stage() != null);
	}

	/**
	 * Counts along the index of these kinds, each from its first item to the last late
	 * one.
	 */
	private long countKinds(Condition held, List<OpenItemCounts.Kind> kinds) {
		if (kinds.isEmpty()) {
			return 0;
		}
		Condition all = held.copy().in("process", kinds.stream().map(OpenItemCounts.Kind::process).distinct().toList());
		List<String> stages = kinds.stream().map(OpenItemCounts.Kind::stage).distinct().toList();
		Condition staged = new Condition().in("stage", stages);
		all.and("(stage IS NULL OR " + staged.sql().substring(" AND ".length()) + ")", stages.toArray());
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_item USE INDEX (inbox_item_kind_due) WHERE 1 = 1" + all.sql())
			.params(all.arguments())
			.query(Long.class)
			.single();
	}

	/** Items that this person answered. */
	InboxPage done(long person, InboxFilter filter, String underPath, Instant now, int size) {
		Condition all = answered(person, filter, underPath, now);
		after(all, filter);
		return page("SELECT * FROM inbox_item WHERE 1 = 1" + all.sql() + order(filter), all.arguments(), filter, size);
	}

	long countDone(long person, InboxFilter filter, String underPath, Instant now) {
		return count(answered(person, filter, underPath, now));
	}

	/** Open items of cases below these paths. */
	InboxPage units(List<String> paths, InboxFilter filter, String underPath, Instant now, int size, long total) {
		Condition all = within(paths, filter, underPath, now);
		after(all, filter);
		if (total <= FEW) {
			return page("SELECT * FROM inbox_item WHERE 1 = 1" + all.sql() + sorted(filter), all.arguments(), filter,
					size);
		}
		String index = (filter.sort() == Sort.DUE) ? "inbox_item_open_due" : "inbox_item_open";
		return page("SELECT * FROM inbox_item USE INDEX (" + index + ") WHERE 1 = 1" + all.sql() + order(filter),
				all.arguments(), filter, size);
	}

	long countUnits(List<String> paths, InboxFilter filter, String underPath, Instant now) {
		return (filter.text() == null) ? this.counts.under(paths, filter, underPath, now)
				: count(within(paths, filter, underPath, now));
	}

	private static Condition answered(long person, InboxFilter filter, String underPath, Instant now) {
		Condition all = new Condition();
		all.and("closed_by = ?", person);
		narrow(all, filter, underPath, now);
		return all;
	}

	private static Condition within(List<String> paths, InboxFilter filter, String underPath, Instant now) {
		Condition all = new Condition().and("state = 'OPEN'").under(paths);
		narrow(all, filter, underPath, now);
		return all;
	}

	static void narrow(Condition where, InboxFilter filter, String underPath, Instant now) {
		if (filter.text() != null) {
			text(where, filter.text());
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

	/** The last digits of a case number are the case's id. */
	private static void text(Condition where, String text) {
		if (text.matches("\\d{1,18}")) {
			where.and("case_id = ?", Long.valueOf(text));
			return;
		}
		String start = text.replaceAll("[!%_]", "!$0") + "%";
		boolean number = text.matches("[A-Za-z]{1,8}-?\\d*.*");
		where.and(number ? "case_number LIKE ? ESCAPE '!'" : "subject_name LIKE ? ESCAPE '!'",
				number ? start.toUpperCase(Locale.ROOT) : start);
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

	/** The same order, for few rows that are found by another index than the order's. */
	private static String sorted(InboxFilter filter) {
		return (filter.sort() == Sort.DUE) ? " ORDER BY COALESCE(due_order, due_order), id" : " ORDER BY id + 0 DESC";
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
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_item WHERE 1 = 1" + where.sql())
			.params(where.arguments())
			.query(Long.class)
			.single();
	}

	/** A range of one index. */
	private record Walk(String index, Condition range) {

		static Walk of(String index, String holder) {
			return new Walk(index, new Condition().and("holder = ?", holder));
		}

		static Walk of(String index, OpenItemCounts.Kind kind) {
			Condition range = new Condition().and("holder = ?", kind.holder()).and("process = ?", kind.process());
			return new Walk(index,
					kind.stage().isEmpty() ? range.and("stage IS NULL") : range.and("stage = ?", kind.stage()));
		}

		static Walk of(String index, OpenItemCounts.Place place) {
			return new Walk(index,
					new Condition().and("holder = ?", place.holder()).and("unit_path = ?", place.unitPath()));
		}

	}

}
