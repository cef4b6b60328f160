package org.leagueflow.marks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the cells of imports of marks, many at a time. */
@Component
class MarkCellRepository {

	static final int PAGE_SIZE = 50;

	/**
	 * Cells that one statement writes. The driver keeps statements of up to 4,096
	 * characters prepared and takes longer ones apart each time.
	 */
	private static final int BATCH_SIZE = 50;

	private static final String INSERT = """
			INSERT INTO mark_import_cell (import_id, sheet_name, line_no, column_no, who, student_number, raw_text,
			  person_id, item_key, item_name, category, low, high, period, term, attempt, points, word, credit,
			  verdict, rule_name, args, plan, before_text, before_version, chosen)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,FALSE)""";

	/** Cells that are compared with each other at a time. */
	private static final int COMPARED = 10_000;

	private static final String SAME = """
			SELECT person_id, SUM(n) AS cells FROM (
			  SELECT person_id, COUNT(*) AS n FROM mark_import_cell WHERE import_id = ? AND person_id IS NOT NULL
			    AND item_key IS NOT NULL AND (plan <> 'NONE' OR verdict = 'BLOCKED')
			  GROUP BY person_id, item_key, period, term, attempt HAVING COUNT(*) > 1) d
			GROUP BY person_id ORDER BY person_id""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	MarkCellRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void insert(long importId, List<StagedMark> marks) {
		this.batches.batchUpdate(INSERT, marks, BATCH_SIZE, (statement, mark) -> {
			Object[] columns = { importId, Characters.first(mark.sheet, 200), mark.row, mark.column, mark.who,
					mark.number, mark.raw, mark.personId, mark.item, mark.itemName, mark.category.name(), mark.low,
					mark.high, mark.period, mark.term, mark.attempt.ordinal(), mark.points, mark.word, mark.credit,
					mark.verdict.name(), mark.rule, (mark.rule != null) ? Json.write(mark.args) : null,
					mark.plan.name(), mark.before, mark.beforeVersion };
			for (int i = 0; i < columns.length; i++) {
				statement.setObject(i + 1, columns[i]);
			}
		});
	}

	/**
	 * Hands over the cells of people who have two for the same mark, in the order of the
	 * file, all cells of some people at a time.
	 */
	void sameTwice(long importId, Consumer<List<StagedMark>> people) {
		List<Long> next = new ArrayList<>();
		long size = 0;
		for (Twice one : this.jdbc.sql(SAME)
			.param(importId)
			.query((rs, i) -> new Twice(rs.getLong("person_id"), rs.getLong("cells")))
			.list()) {
			next.add(one.personId());
			size += one.cells();
			if (size >= COMPARED || next.size() >= 500) {
				people.accept(of(importId, next));
				next.clear();
				size = 0;
			}
		}
		if (!next.isEmpty()) {
			people.accept(of(importId, next));
		}
	}

	private List<StagedMark> of(long importId, List<Long> persons) {
		return this.jdbc.sql(
				"SELECT * FROM mark_import_cell WHERE import_id = ? AND item_key IS NOT NULL AND (plan <> 'NONE' OR verdict = 'BLOCKED') AND person_id IN ("
						+ persons.stream().map(String::valueOf).collect(Collectors.joining(",")) + ") ORDER BY id")
			.param(importId)
			.query(MarkCellRepository::mark)
			.list();
	}

	/** Writes what was found about them later. */
	void judge(List<StagedMark> marks) {
		this.batches.batchUpdate(
				"UPDATE mark_import_cell SET verdict = ?, rule_name = ?, args = ?, plan = ? WHERE id = ?", marks,
				BATCH_SIZE, (statement, mark) -> {
					statement.setString(1, mark.verdict.name());
					statement.setString(2, mark.rule);
					statement.setString(3, Json.write(mark.args));
					statement.setString(4, mark.plan.name());
					statement.setLong(5, mark.id);
				});
	}

	void forget(long importId) {
		this.jdbc.sql("DELETE FROM mark_import_cell WHERE import_id = ?").param(importId).update();
	}

	/**
	 * Chooses what nothing stands against; the doubtful only when they are wanted, too.
	 */
	int chooseAll(long importId, boolean doubtful) {
		return this.jdbc
			.sql("UPDATE mark_import_cell SET chosen = TRUE WHERE import_id = ? AND plan IN ('NEW', 'CHANGED')"
					+ " AND outcome IS NULL AND verdict IN ('CLEAN', 'WARNED'" + (doubtful ? ", 'DOUBTFUL'" : "") + ")")
			.param(importId)
			.update();
	}

	int choose(long importId, Collection<Long> ids) {
		return this.jdbc.sql("""
				UPDATE mark_import_cell SET chosen = TRUE WHERE import_id = :id AND id IN (:ids)
				  AND plan IN ('NEW', 'CHANGED') AND verdict <> 'BLOCKED' AND outcome IS NULL""")
			.param("id", importId)
			.param("ids", ids)
			.update();
	}

	/** The next cells behind one that were chosen and wait to be imported. */
	List<StagedMark> waiting(long importId, long after, int limit) {
		return this.jdbc
			.sql("SELECT * FROM mark_import_cell WHERE import_id = ? AND id > ? AND chosen = TRUE AND outcome IS NULL"
					+ " ORDER BY id LIMIT " + limit)
			.params(importId, after)
			.query(MarkCellRepository::mark)
			.list();
	}

	/** Every cell that has a person and an item, in the order of the file. */
	List<StagedMark> placed(long importId, int limit) {
		return this.jdbc
			.sql("SELECT * FROM mark_import_cell WHERE import_id = ? AND person_id IS NOT NULL AND item_key IS NOT NULL"
					+ " ORDER BY id LIMIT " + limit)
			.param(importId)
			.query(MarkCellRepository::mark)
			.list();
	}

	/**
	 * Writes what came of cells that waited, one behind the other: the most frequent
	 * outcome in one statement for all that have no other.
	 */
	void done(long importId, List<StagedMark> waiting, Map<String, List<Long>> outcomes) {
		String most = outcomes.entrySet()
			.stream()
			.max(Comparator.comparing((one) -> one.getValue().size()))
			.orElseThrow()
			.getKey();
		List<Object[]> others = outcomes.entrySet()
			.stream()
			.filter((one) -> !one.getKey().equals(most))
			.flatMap((one) -> one.getValue().stream().map((id) -> new Object[] { one.getKey(), id }))
			.toList();
		if (!others.isEmpty()) {
			this.batches.batchUpdate("UPDATE mark_import_cell SET outcome = ? WHERE id = ?", others);
		}
		this.jdbc
			.sql("UPDATE mark_import_cell SET outcome = ? WHERE import_id = ? AND id BETWEEN ? AND ? AND chosen = TRUE"
					+ " AND outcome IS NULL")
			.params(most, importId, waiting.get(0).id, waiting.get(waiting.size() - 1).id)
			.update();
	}

	/** How many cells there are by verdict, plan or outcome. */
	Map<String, Integer> counts(long importId, String column) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		this.jdbc.sql(
				"SELECT %1$s AS word, COUNT(*) AS n FROM mark_import_cell WHERE import_id = ? AND %1$s IS NOT NULL GROUP BY %1$s"
					.formatted(column))
			.param(importId)
			.query((rs) -> {
				counts.put(rs.getString("word"), rs.getInt("n"));
			});
		return counts;
	}

	/** Cells that can still be imported, by verdict. */
	Map<String, Integer> importable(long importId) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		this.jdbc.sql("""
				SELECT verdict, COUNT(*) AS n FROM mark_import_cell WHERE import_id = ? AND plan IN ('NEW', 'CHANGED')
				  AND outcome IS NULL AND verdict <> 'BLOCKED' GROUP BY verdict""").param(importId).query((rs) -> {
			counts.put(rs.getString("verdict"), rs.getInt("n"));
		});
		return counts;
	}

	/** How many different people were found. */
	int people(long importId) {
		return this.jdbc.sql("SELECT COUNT(DISTINCT person_id) FROM mark_import_cell WHERE import_id = ?")
			.param(importId)
			.query(Integer.class)
			.single();
	}

	/** How often each rule was broken, the worst and most frequent first. */
	List<Tally> tallies(long importId) {
		return this.jdbc
			.sql("""
					SELECT rule_name, verdict, COUNT(*) AS n FROM mark_import_cell WHERE import_id = ? AND rule_name IS NOT NULL
					GROUP BY rule_name, verdict ORDER BY CASE verdict WHEN 'BLOCKED' THEN 0 WHEN 'DOUBTFUL' THEN 1 ELSE 2 END,
					  n DESC, rule_name""")
			.param(importId)
			.query((rs, i) -> new Tally(rs.getString("rule_name"), rs.getString("verdict"), rs.getInt("n")))
			.list();
	}

	int count(long importId, MarkFilter filter) {
		return filter
			.fill(this.jdbc.sql("SELECT COUNT(*) FROM mark_import_cell c WHERE c.import_id = :id" + filter.sql()))
			.param("id", importId)
			.query(Integer.class)
			.single();
	}

	List<StagedMark> page(long importId, MarkFilter filter) {
		return filter
			.fill(this.jdbc.sql("SELECT c.* FROM mark_import_cell c WHERE c.import_id = :id" + filter.sql()
					+ " ORDER BY c.id LIMIT " + PAGE_SIZE + " OFFSET " + (long) PAGE_SIZE * filter.page()))
			.param("id", importId)
			.query(MarkCellRepository::mark)
			.list();
	}

	/** The next cells about which anything was found. */
	List<StagedMark> findingsAfter(long importId, long id) {
		return this.jdbc.sql(
				"SELECT * FROM mark_import_cell WHERE import_id = ? AND rule_name IS NOT NULL AND id > ? ORDER BY id LIMIT 1000")
			.params(importId, id)
			.query(MarkCellRepository::mark)
			.list();
	}

	private static StagedMark mark(ResultSet rs, int number) throws SQLException {
		StagedMark mark = new StagedMark(rs.getString("sheet_name"), rs.getInt("line_no"), rs.getInt("column_no"),
				rs.getString("who"), rs.getString("student_number"), rs.getString("raw_text"));
		mark.id = rs.getLong("id");
		mark.personId = (Long) rs.getObject("person_id");
		mark.item = rs.getString("item_key");
		mark.itemName = rs.getString("item_name");
		mark.category = MarkItemCard.Category.valueOf(rs.getString("category"));
		mark.low = MarkItem.plain(rs.getBigDecimal("low"));
		mark.high = MarkItem.plain(rs.getBigDecimal("high"));
		mark.period = rs.getString("period");
		mark.term = rs.getString("term");
		mark.attempt = MarkAttempt.values()[rs.getInt("attempt")];
		mark.points = MarkItem.plain(rs.getBigDecimal("points"));
		mark.word = rs.getString("word");
		mark.credit = MarkItem.plain(rs.getBigDecimal("credit"));
		mark.verdict = StagedMark.Verdict.valueOf(rs.getString("verdict"));
		mark.rule = rs.getString("rule_name");
		if (rs.getString("args") != null) {
			List<Object> args = new ArrayList<>();
			Json.read(rs.getString("args")).forEach((node) -> args.add(node.asText()));
			mark.args = args;
		}
		mark.plan = StagedMark.Plan.valueOf(rs.getString("plan"));
		mark.before = rs.getString("before_text");
		mark.beforeVersion = (Integer) rs.getObject("before_version");
		mark.outcome = rs.getString("outcome");
		return mark;
	}

	/** Somebody with several cells for one mark. */
	private record Twice(long personId, long cells) {
	}

	/** How often one rule was broken. */
	record Tally(String rule, String verdict, int count) {

		/** The message key of what is wrong in general. */
		public String key() {
			return "marks.rule." + this.rule.replace("refusal.marks.", "");
		}

	}

}
