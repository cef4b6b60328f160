package org.leagueflow.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * What editions say, line by line. An edition is read, copied and compared as a whole and
 * has up to some thousand lines, so its rows are moved by SQL, each table in one
 * statement.
 */
@Repository
class PlanContents {

	private static final String LINE = "edition_id, item_id, kind, position_no, paper_number, section, content, measure,"
			+ " period_words, remark, original, place, source, status_words, participants, venue, theme, novelty,"
			+ " recurs, festival";

	private static final int MAX_PLANS = 500;

	/** What an edition consists of, with the columns beside its number. */
	private static final Map<String, String> PARTS = Map.of("plan_line", LINE.substring("edition_id, ".length()),
			"plan_line_main", "item_id, main_id", "plan_span", "item_id, span_no, starts_on, ends_on", "plan_owner",
			"item_id, position_no, leads, kind, owner_id, owner_name", "plan_indicator_line",
			"indicator_id, name, comparator, base_value, stretch_value, measure, words, roll_up", "plan_line_indicator",
			"item_id, indicator_id");

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	PlanContents(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** All of an edition, in a fixed number of statements. */
	PlanContent of(long edition) {
		Map<Long, List<PlanSpan>> spans = new HashMap<>();
		this.jdbc
			.sql("SELECT item_id, starts_on, ends_on FROM plan_span WHERE edition_id = ? ORDER BY item_id, span_no")
			.param(edition)
			.query((row) -> {
				add(spans, row.getLong(1),
						new PlanSpan(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
			});
		Map<Long, List<PlanOwner>> owners = new HashMap<>();
		this.jdbc
			.sql("SELECT item_id, kind, owner_id, owner_name, leads FROM plan_owner WHERE edition_id = ?"
					+ " ORDER BY item_id, position_no")
			.param(edition)
			.query((row) -> {
				add(owners, row.getLong(1), owner(row));
			});
		Map<Long, List<Long>> mains = pairs(
				"SELECT item_id, main_id FROM plan_line_main WHERE edition_id = ?" + " ORDER BY item_id, main_id",
				edition);
		Map<Long, List<Long>> shared = pairs(
				"SELECT item_id, indicator_id FROM plan_line_indicator WHERE edition_id = ?"
						+ " ORDER BY item_id, indicator_id",
				edition);
		List<PlanLine> lines = this.jdbc
			.sql("SELECT l.*, i.item_no FROM plan_line l JOIN plan_item i ON i.id = l.item_id WHERE l.edition_id = ?"
					+ " ORDER BY l.position_no, i.item_no")
			.param(edition)
			.query((row, number) -> line(row, spans, owners, mains, shared))
			.list();
		return new PlanContent(lines, indicators(edition));
	}

	private static <T> void add(Map<Long, List<T>> lists, long item, T one) {
		lists.computeIfAbsent(item, (key) -> new ArrayList<>()).add(one);
	}

	private static PlanOwner owner(ResultSet row) throws SQLException {
		return new PlanOwner(PlanOwnerKind.valueOf(row.getString(2)), row.getObject(3, Long.class), row.getString(4),
				row.getBoolean(5));
	}

	private Map<Long, List<Long>> pairs(String sql, long edition) {
		Map<Long, List<Long>> pairs = new HashMap<>();
		this.jdbc.sql(sql).param(edition).query((row) -> {
			add(pairs, row.getLong(1), row.getLong(2));
		});
		return pairs;
	}

	private static PlanLine line(ResultSet row, Map<Long, List<PlanSpan>> spans, Map<Long, List<PlanOwner>> owners,
			Map<Long, List<Long>> mains, Map<Long, List<Long>> shared) throws SQLException {
		long item = row.getLong("item_id");
		return new PlanLine(item, row.getInt("item_no"), PlanItemKind.valueOf(row.getString("kind")),
				row.getInt("position_no"), row.getString("paper_number"), row.getString("section"),
				row.getString("content"), row.getString("measure"), row.getString("period_words"),
				row.getString("remark"), row.getString("original"), row.getString("place"), row.getString("source"),
				row.getString("status_words"),
				new FiveHaves(row.getString("participants"), row.getString("venue"), row.getString("theme"),
						row.getString("novelty")),
				row.getString("recurs"), row.getString("festival"), spans.getOrDefault(item, List.of()),
				owners.getOrDefault(item, List.of()), mains.getOrDefault(item, List.of()),
				shared.getOrDefault(item, List.of()));
	}

	List<PlanIndicator> indicators(long edition) {
		return this.jdbc
			.sql("SELECT l.*, i.indicator_no FROM plan_indicator_line l JOIN plan_indicator i ON i.id = l.indicator_id"
					+ " WHERE l.edition_id = ? ORDER BY i.indicator_no")
			.param(edition)
			.query((row, number) -> new PlanIndicator(row.getLong("indicator_id"), row.getInt("indicator_no"),
					row.getString("name"), PlanComparator.valueOf(row.getString("comparator")),
					row.getBigDecimal("base_value"), row.getBigDecimal("stretch_value"), row.getString("measure"),
					row.getString("words"), PlanRollUp.valueOf(row.getString("roll_up"))))
			.list();
	}

	/** What the edition that holds says of an indicator. */
	Optional<PlanIndicator> held(long indicator) {
		return this.jdbc
			.sql("SELECT p.published_id FROM plan_indicator i JOIN plan p ON p.id = i.plan_id WHERE i.id = ?"
					+ " AND p.published_id IS NOT NULL")
			.param(indicator)
			.query(Long.class)
			.optional()
			.flatMap((edition) -> indicators(edition).stream().filter((one) -> one.id() == indicator).findFirst());
	}

	int size(long edition) {
		return this.jdbc.sql("SELECT COUNT(*) FROM plan_line WHERE edition_id = ?")
			.param(edition)
			.query(Integer.class)
			.single();
	}

	/** The numbers of items with these numbers in the plan, made where they are new. */
	List<Long> newItems(long plan, int count) {
		int from = this.jdbc.sql("SELECT COALESCE(MAX(item_no), 0) FROM plan_item WHERE plan_id = ?")
			.param(plan)
			.query(Integer.class)
			.single();
		List<Object[]> rows = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			rows.add(new Object[] { plan, from + i });
		}
		this.batches.batchUpdate("INSERT INTO plan_item (plan_id, item_no) VALUES (?, ?)", rows);
		return this.jdbc.sql("SELECT id FROM plan_item WHERE plan_id = ? AND item_no > ? ORDER BY item_no")
			.params(plan, from)
			.query(Long.class)
			.list();
	}

	/** An indicator that no edition of the plan has yet. */
	long newIndicator(long plan) {
		int next = 1 + this.jdbc.sql("SELECT COALESCE(MAX(indicator_no), 0) FROM plan_indicator WHERE plan_id = ?")
			.param(plan)
			.query(Integer.class)
			.single();
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("INSERT INTO plan_indicator (plan_id, indicator_no, total, of_total) VALUES (?, ?, 0, 0)")
			.params(plan, next)
			.update(key, "id");
		return key.getKey().longValue();
	}

	/** The item of a superior that this one was handed down from. */
	void parent(long item, long parent) {
		this.jdbc.sql("UPDATE plan_item SET parent_id = ? WHERE id = ?").params(parent, item).update();
	}

	void indicatorParent(long indicator, long parent) {
		this.jdbc.sql("UPDATE plan_indicator SET parent_id = ? WHERE id = ?").params(parent, indicator).update();
	}

	/** A plan's indicators that stand below one of a superior, by that one. */
	Map<Long, Long> children(long plan) {
		Map<Long, Long> children = new HashMap<>();
		this.jdbc.sql("SELECT parent_id, id FROM plan_indicator WHERE plan_id = ? AND parent_id IS NOT NULL")
			.param(plan)
			.query((row) -> {
				children.put(row.getLong(1), row.getLong(2));
			});
		return children;
	}

	int lastPosition(long edition) {
		return this.jdbc.sql("SELECT COALESCE(MAX(position_no), 0) FROM plan_line WHERE edition_id = ?")
			.param(edition)
			.query(Integer.class)
			.single();
	}

	void add(long edition, Collection<PlanLine> lines) {
		this.batches.batchUpdate(
				"INSERT INTO plan_line (" + LINE
						+ ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				lines.stream()
					.map((line) -> new Object[] { edition, line.itemId(), line.kind().name(), line.position(),
							line.paperNumber(), line.section(), line.content(), line.measure(), line.periodWords(),
							line.remark(), line.original(), line.place(), line.source(), line.statusWords(),
							line.haves().participants(), line.haves().venue(), line.haves().theme(),
							line.haves().novelty(), line.recurrence(), line.festival() })
					.toList());
		List<Object[]> spans = new ArrayList<>();
		List<Object[]> owners = new ArrayList<>();
		List<Object[]> mains = new ArrayList<>();
		List<Object[]> shared = new ArrayList<>();
		lines.forEach((line) -> {
			for (int i = 0; i < line.spans().size(); i++) {
				spans.add(new Object[] { edition, line.itemId(), i + 1, line.spans().get(i).from(),
						line.spans().get(i).to() });
			}
			for (int i = 0; i < line.owners().size(); i++) {
				PlanOwner one = line.owners().get(i);
				owners.add(new Object[] { edition, line.itemId(), i + 1, one.lead(), one.kind().name(), one.id(),
						one.name() });
			}
			line.mainTasks().forEach((main) -> mains.add(new Object[] { edition, line.itemId(), main }));
			line.indicators().forEach((one) -> shared.add(new Object[] { edition, line.itemId(), one }));
		});
		this.batches.batchUpdate(
				"INSERT INTO plan_span (edition_id, item_id, span_no, starts_on, ends_on) VALUES (?, ?, ?, ?, ?)",
				spans);
		this.batches.batchUpdate("INSERT INTO plan_owner (edition_id, item_id, position_no, leads, kind, owner_id,"
				+ " owner_name) VALUES (?, ?, ?, ?, ?, ?, ?)", owners);
		this.batches.batchUpdate("INSERT INTO plan_line_main (edition_id, item_id, main_id) VALUES (?, ?, ?)", mains);
		this.batches.batchUpdate("INSERT INTO plan_line_indicator (edition_id, item_id, indicator_id) VALUES (?, ?, ?)",
				shared);
	}

	void add(long edition, PlanIndicator one) {
		this.jdbc.sql(
				"INSERT INTO plan_indicator_line (edition_id, indicator_id, name, comparator, base_value, stretch_value,"
						+ " measure, words, roll_up) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(edition, one.id(), one.name(), one.comparator().name(), one.base(), one.stretch(), one.measure(),
					one.words(), one.rollUp().name())
			.update();
	}

	void change(long edition, PlanIndicator one) {
		this.jdbc.sql("DELETE FROM plan_indicator_line WHERE edition_id = ? AND indicator_id = ?")
			.params(edition, one.id())
			.update();
		add(edition, one);
	}

	void replace(long edition, PlanLine line) {
		clear(edition, line.itemId());
		add(edition, List.of(line));
	}

	/** Takes the item out of the edition, and out of what points to it. */
	void remove(long edition, long item) {
		clear(edition, item);
		this.jdbc.sql("DELETE FROM plan_line_main WHERE edition_id = ? AND main_id = ?").params(edition, item).update();
	}

	private void clear(long edition, long item) {
		for (String table : List.of("plan_line_indicator", "plan_line_main", "plan_owner", "plan_span", "plan_line")) {
			this.jdbc.sql("DELETE FROM " + table + " WHERE edition_id = ? AND item_id = ?")
				.params(edition, item)
				.update();
		}
	}

	/** Indicators that no line of the edition has any more. */
	void dropUnused(long edition) {
		this.jdbc
			.sql("DELETE FROM plan_indicator_line WHERE edition_id = ? AND indicator_id NOT IN"
					+ " (SELECT indicator_id FROM plan_line_indicator WHERE edition_id = ?)")
			.params(edition, edition)
			.update();
	}

	/** All that one edition says, said by another that says nothing yet. */
	void copy(long from, long to) {
		PARTS.forEach(
				(table, columns) -> this.jdbc
					.sql("INSERT INTO " + table + " (edition_id, " + columns + ") SELECT ?, " + columns + " FROM "
							+ table + " WHERE edition_id = ?")
					.params(to, from)
					.update());
	}

	/** Plans whose edition that holds names one of these. */
	List<Long> heldPlansOf(Collection<PlanOwner> owners) {
		if (owners.isEmpty()) {
			return List.of();
		}
		String any = owners.stream()
			.map((one) -> "(o.kind = '" + one.kind() + "' AND o.owner_id = " + one.id() + ")")
			.collect(Collectors.joining(" OR "));
		return this.jdbc
			.sql("SELECT DISTINCT p.id FROM plan_owner o JOIN plan p ON p.published_id = o.edition_id WHERE " + any
					+ " LIMIT " + MAX_PLANS)
			.query(Long.class)
			.list();
	}

	/** The plan that an item belongs to. */
	Optional<Long> planOf(long item) {
		return this.jdbc.sql("SELECT plan_id FROM plan_item WHERE id = ?").param(item).query(Long.class).optional();
	}

	/** Whether an edition that holds names one of these. */
	boolean names(long edition, Collection<PlanOwner> owners) {
		return !owners.isEmpty() && this.jdbc
			.sql("SELECT kind, owner_id FROM plan_owner WHERE edition_id = :edition AND owner_id IN (:ids)")
			.param("edition", edition)
			.param("ids", owners.stream().map(PlanOwner::id).toList())
			.query((row, number) -> PlanOwnerKind.valueOf(row.getString(1)) + ":" + row.getLong(2))
			.list()
			.stream()
			.anyMatch((key) -> owners.stream().anyMatch((one) -> one.key().equals(key)));
	}

}
