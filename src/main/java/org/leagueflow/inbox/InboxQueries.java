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

	/**
	 * If so many numbers begin alike, those are counted that do not: most cases of a year
	 * begin alike.
	 */
	private static final int SOME = 20_000;

	private static final String KINDS = "inbox_item_kind_due";

	private static final String NUMBERS = "inbox_item_number_due";

	/**
	 * A walk for one item in {@code n} reads {@code n} times so many rows until it has
	 * found a page: 50 along the index of each of four holders, each of which costs as
	 * much as twenty entries of an index.
	 */
	private static final int WALKED_PER_MATCH = 4000;

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
	 * @param held how many there are without it
	 */
	InboxPage todo(List<String> holders, InboxFilter filter, String underPath, Instant now, int size, long total,
			long held) {
		Condition rest = new Condition();
		narrow(rest, filter, underPath, now);
		after(rest, filter);
		boolean few = filter.narrowed() && (total <= FEW || rare(filter, total, held));
		List<Walk> walks = (few && !inOrder(filter, underPath)) ? List.of() : walks(holders, filter, underPath);
		if (!walks.isEmpty()) {
			return merged(walks, rest, filter, size);
		}
		if (!few) {
			return merged(walksOf(holders, filter), rest, filter, size);
		}
		Condition found = new Condition().and("state = 'OPEN'").in("holder", holders).and(rest);
		return page(
				"SELECT inbox_item.* FROM inbox_item JOIN (SELECT " + hint(filter, underPath)
						+ "id AS found FROM inbox_item WHERE 1 = 1" + found.sql() + sorted(filter) + " LIMIT "
						+ (size + 1) + ") page ON page.found = inbox_item.id" + order(filter),
				found.arguments(), filter, size);
	}

	/**
	 * Whether a walk in the list's order would cost more until it has found a page of
	 * these than finding all of them.
	 */
	private static boolean rare(InboxFilter filter, long total, long held) {
		return textOnly(filter) && total * total < WALKED_PER_MATCH * held;
	}

	/**
	 * Has MySQL use the index that finds what the filter lets through without reading
	 * other rows. Left to itself, it reads every row of the unit for process and unit at
	 * once, and everybody's rows for the beginning of a number.
	 */
	private static String hint(InboxFilter filter, String underPath) {
		if (filter.text() != null) {
			return isId(filter.text()) ? "" : hint(isNumber(filter.text()) ? NUMBERS : "inbox_item_name_due");
		}
		boolean kind = filter.process() != null || filter.stage() != null;
		return (kind && underPath != null) ? hint(KINDS) : "";
	}

	private static String hint(String index) {
		return "/*+ INDEX(inbox_item " + index + ") */ ";
	}

	/**
	 * Whether index ranges hold what the filter lets through, and little else, in the
	 * order of the list. The index of kinds also holds the unit's path, and what is late
	 * stands first in it.
	 */
	private static boolean inOrder(InboxFilter filter, String underPath) {
		boolean kind = filter.process() != null || filter.stage() != null;
		boolean late = filter.overdue() && filter.sort() == Sort.DUE;
		return filter.text() == null && (late || !(kind && underPath != null) && !filter.overdue());
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
				.forEach((kind) -> walks.add(Walk.of(due ? KINDS : "inbox_item_kind", kind)));
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
		if (filter.text() == null) {
			return countKinds(held, this.counts.kinds(holders, filter, underPath));
		}
		return (textOnly(filter) && isNumber(filter.text())) ? countNumbers(holders, filter.text(), SOME)
				: count(hint(filter, underPath), held);
	}

	/**
	 * Open items whose numbers begin so.
	 * @param some if there are so many, it is the others that are counted
	 */
	long countNumbers(List<String> holders, String text, int some) {
		Condition all = new Condition().in("holder", holders).and("state = 'OPEN'");
		text(all, text);
		long found = count(hint(NUMBERS), all, some);
		return (found < some) ? found : this.counts.total(holders) - count(hint(NUMBERS), otherNumbers(holders, text));
	}

	/**
	 * Open items whose numbers begin otherwise: before the text, or after all of those.
	 */
	private static Condition otherNumbers(List<String> holders, String text) {
		String start = text.toUpperCase(Locale.ROOT);
		int last = start.length() - 1;
		String after = start.substring(0, last) + (char) (start.charAt(last) + 1);
		return new Condition().in("holder", holders)
			.and("state = 'OPEN'")
			.and("(case_number < ? OR case_number >= ?)", start, after);
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
		return count(hint(KINDS), all);
	}

	/** Items that this person answered. */
	InboxPage done(long person, InboxFilter filter, String underPath, Instant now, int size) {
		Condition all = answered(person, filter, underPath, now);
		after(all, filter);
		return page("SELECT * FROM inbox_item WHERE 1 = 1" + all.sql() + order(filter), all.arguments(), filter, size);
	}

	long countDone(long person, InboxFilter filter, String underPath, Instant now) {
		return count("", answered(person, filter, underPath, now));
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
				: count("", within(paths, filter, underPath, now));
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
		if (isId(text)) {
			where.and("case_id = ?", Long.valueOf(text));
			return;
		}
		String start = text.replaceAll("[!%_]", "!$0") + "%";
		boolean number = isNumber(text);
		where.and(number ? "case_number LIKE ? ESCAPE '!'" : "subject_name LIKE ? ESCAPE '!'",
				number ? start.toUpperCase(Locale.ROOT) : start);
	}

	private static boolean textOnly(InboxFilter filter) {
		return filter.text() != null && filter.process() == null && filter.stage() == null && filter.unitId() == null
				&& !filter.overdue();
	}

	private static boolean isId(String text) {
		return text.matches("\\d{1,18}");
	}

	private static boolean isNumber(String text) {
		return text.matches("[A-Za-z]{1,8}-?\\d*.*");
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

	private long count(String hint, Condition where) {
		return this.jdbc.sql("SELECT " + hint + "COUNT(*) FROM inbox_item WHERE 1 = 1" + where.sql())
			.params(where.arguments())
			.query(Long.class)
			.single();
	}

	/** How many there are, but at most so many. */
	private long count(String hint, Condition where, int limit) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM (SELECT " + hint + "1 FROM inbox_item WHERE 1 = 1" + where.sql() + " LIMIT "
					+ limit + ") found")
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
