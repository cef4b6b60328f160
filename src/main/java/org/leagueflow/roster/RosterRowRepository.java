package org.leagueflow.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leagueflow.kernel.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the lines of roster imports and their findings, many at a time. */
@Component
class RosterRowRepository {

	/** How many lines go through one transaction. */
	static final int CHUNK_SIZE = 500;

	static final int PAGE_SIZE = 50;

	private static final String ROW = """
			SELECT r.line_no, r.verdict, r.plan, r.content, r.id_sealed, r.id_hash, r.id_masked, r.changes, r.outcome, r.person_id
			FROM roster_row r WHERE r.import_id = :id""";

	private final JdbcTemplate batches;

	private final JdbcClient jdbc;

	RosterRowRepository(JdbcTemplate batches, JdbcClient jdbc) {
		this.batches = batches;
		this.jdbc = jdbc;
	}

	void insert(long importId, List<RosterRow> rows) {
		this.batches.batchUpdate("""
				INSERT INTO roster_row (import_id, line_no, verdict, plan, content, id_sealed, id_hash, id_masked,
				  changes, chosen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)""", rows, CHUNK_SIZE, (statement, row) -> {
			statement.setLong(1, importId);
			statement.setInt(2, row.line().number());
			statement.setString(3, row.verdict());
			statement.setString(4, row.plan().name());
			statement.setString(5, Json.write(row.line().cells()));
			statement.setString(6, row.idSealed());
			statement.setString(7, row.idHash());
			statement.setString(8, row.idMasked());
			statement.setString(9, Json.write(row.changes()));
		});
		insertFindings(importId,
				rows.stream().flatMap((row) -> Found.of(row.line().number(), row.findings())).toList());
	}

	void insertFindings(long importId, List<Found> found) {
		this.batches.batchUpdate("""
				INSERT INTO roster_finding (import_id, line_no, column_name, blocking, rule_name, args)
				VALUES (?, ?, ?, ?, ?, ?)""", found, CHUNK_SIZE, (statement, one) -> {
			statement.setLong(1, importId);
			statement.setInt(2, one.line());
			statement.setString(3, one.finding().column().name());
			statement.setBoolean(4, one.finding().error());
			statement.setString(5, one.finding().rule());
			statement.setString(6, Json.write(one.finding().args()));
		});
	}

	/** Deletes the lines of an import and what was found about them. */
	void forget(long importId) {
		this.jdbc.sql("DELETE FROM roster_finding WHERE import_id = ?").param(importId).update();
		this.jdbc.sql("DELETE FROM roster_row WHERE import_id = ?").param(importId).update();
	}

	/** Chooses every line that nothing blocks and that is not in the books yet. */
	int chooseClean(long importId) {
		return this.jdbc
			.sql("UPDATE roster_row SET chosen = TRUE WHERE import_id = ? AND verdict <> 'BLOCKED' AND outcome IS NULL")
			.param(importId)
			.update();
	}

	int choose(long importId, Collection<Integer> lines) {
		return this.jdbc.sql("""
				UPDATE roster_row SET chosen = TRUE WHERE import_id = :id AND line_no IN (:lines)
				  AND verdict <> 'BLOCKED' AND outcome IS NULL""").param("id", importId).param("lines", lines).update();
	}

	/** The next lines that were chosen and wait to be imported. */
	List<RosterRow> waiting(long importId, int limit) {
		return this.jdbc.sql(ROW + " AND r.chosen = TRUE AND r.outcome IS NULL ORDER BY r.line_no LIMIT " + limit)
			.param("id", importId)
			.query((rs, i) -> row(rs))
			.list();
	}

	List<RosterRow> lines(long importId, Collection<Integer> lines) {
		return this.jdbc.sql(ROW + " AND r.line_no IN (:lines) ORDER BY r.line_no")
			.param("id", importId)
			.param("lines", lines)
			.query((rs, i) -> row(rs))
			.list();
	}

	void done(long importId, List<Done> done) {
		this.batches.batchUpdate("UPDATE roster_row SET outcome = ?, person_id = ? WHERE import_id = ? AND line_no = ?",
				done, CHUNK_SIZE, (statement, one) -> {
					statement.setString(1, one.outcome().name());
					statement.setObject(2, one.personId());
					statement.setLong(3, importId);
					statement.setInt(4, one.line());
				});
	}

	/** Takes back a finding that no longer holds and judges its lines anew. */
	List<Integer> settle(long importId, String rule, String args) {
		List<Integer> lines = this.jdbc
			.sql("SELECT line_no FROM roster_finding WHERE import_id = ? AND rule_name = ? AND args = ?")
			.params(importId, rule, args)
			.query(Integer.class)
			.list();
		this.jdbc.sql("DELETE FROM roster_finding WHERE import_id = ? AND rule_name = ? AND args = ?")
			.params(importId, rule, args)
			.update();
		return lines;
	}

	void judge(long importId, List<RosterRow> rows) {
		this.batches.batchUpdate("""
				UPDATE roster_row SET plan = ?, changes = ?, verdict = CASE
				  WHEN EXISTS (SELECT 1 FROM roster_finding f WHERE f.import_id = ? AND f.line_no = ?
				    AND f.blocking = TRUE) THEN 'BLOCKED'
				  WHEN EXISTS (SELECT 1 FROM roster_finding f WHERE f.import_id = ? AND f.line_no = ?) THEN 'WARNED'
				  ELSE 'CLEAN' END
				WHERE import_id = ? AND line_no = ?""", rows, CHUNK_SIZE, (statement, row) -> {
			statement.setString(1, row.plan().name());
			statement.setString(2, Json.write(row.changes()));
			for (int i = 3; i < 9; i += 2) {
				statement.setLong(i, importId);
				statement.setInt(i + 1, row.line().number());
			}
		});
	}

	/** How many lines there are by verdict, or by plan, or by outcome. */
	Map<String, Integer> counts(long importId, String column) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		String blocked = "plan".equals(column) ? " AND verdict <> 'BLOCKED'" : "";
		this.jdbc.sql(
				"SELECT %1$s AS word, COUNT(*) AS n FROM roster_row WHERE import_id = ? AND %1$s IS NOT NULL%2$s GROUP BY %1$s"
					.formatted(column, blocked))
			.param(importId)
			.query((rs) -> {
				counts.put(rs.getString("word"), rs.getInt("n"));
			});
		return counts;
	}

	/** How often each rule was broken in each column, the most frequent first. */
	List<Tally> tallies(long importId) {
		return this.jdbc.sql("""
				SELECT rule_name, column_name, blocking, COUNT(*) AS n FROM roster_finding WHERE import_id = ?
				GROUP BY rule_name, column_name, blocking ORDER BY blocking DESC, n DESC, rule_name""")
			.param(importId)
			.query((rs, i) -> new Tally(rs.getString("rule_name"), RosterColumn.valueOf(rs.getString("column_name")),
					rs.getBoolean("blocking"), rs.getInt("n")))
			.list();
	}

	/**
	 * The arguments of one rule's findings, each once, with how many lines they concern.
	 */
	Map<String, Integer> args(long importId, String rule) {
		Map<String, Integer> args = new LinkedHashMap<>();
		this.jdbc.sql("""
				SELECT args, COUNT(*) AS n FROM roster_finding WHERE import_id = ? AND rule_name = ?
				GROUP BY args ORDER BY n DESC, args LIMIT 200""").params(importId, rule).query((rs) -> {
			args.put(rs.getString("args"), rs.getInt("n"));
		});
		return args;
	}

	int count(long importId, RosterFilter filter) {
		return filter.fill(this.jdbc.sql("SELECT COUNT(*) FROM roster_row r WHERE r.import_id = :id" + filter.sql()))
			.param("id", importId)
			.query(Integer.class)
			.single();
	}

	/** One page of lines with their findings, in the order of the file. */
	List<Seen> page(long importId, RosterFilter filter) {
		List<Seen> rows = filter
			.fill(this.jdbc.sql(ROW + filter.sql() + " ORDER BY r.line_no LIMIT " + PAGE_SIZE + " OFFSET "
					+ (long) PAGE_SIZE * filter.page()))
			.param("id", importId)
			.query((rs, i) -> new Seen(row(rs), rs.getString("verdict"), rs.getString("outcome"),
					(Long) rs.getObject("person_id")))
			.list();
		if (rows.isEmpty()) {
			return rows;
		}
		Map<Integer, List<RosterFinding>> found = findings(importId, rows.get(0).row().line().number(),
				rows.get(rows.size() - 1).row().line().number());
		return rows.stream().map((seen) -> seen.with(found)).toList();
	}

	/** Findings by line, lines within the given two, both included. */
	Map<Integer, List<RosterFinding>> findings(long importId, int from, int to) {
		Map<Integer, List<RosterFinding>> found = new LinkedHashMap<>();
		this.jdbc.sql("""
				SELECT line_no, column_name, blocking, rule_name, args FROM roster_finding
				WHERE import_id = ? AND line_no BETWEEN ? AND ? ORDER BY line_no, id""")
			.params(importId, from, to)
			.query((rs) -> {
				found.computeIfAbsent(rs.getInt("line_no"), (any) -> new ArrayList<>()).add(finding(rs));
			});
		return found;
	}

	/** The next findings in the order of the file, with the lines that they are about. */
	List<Finding> findingsAfter(long importId, int line, long id) {
		return this.jdbc.sql("""
				SELECT f.id, f.line_no, f.column_name, f.blocking, f.rule_name, f.args, r.content
				FROM roster_finding f JOIN roster_row r ON r.import_id = f.import_id AND r.line_no = f.line_no
				WHERE f.import_id = ? AND (f.line_no > ? OR (f.line_no = ? AND f.id > ?))
				ORDER BY f.line_no, f.id LIMIT 1000""")
			.params(importId, line, line, id)
			.query((rs, i) -> new Finding(rs.getLong("id"), line(rs), finding(rs)))
			.list();
	}

	private static RosterFinding finding(ResultSet rs) throws SQLException {
		return new RosterFinding(RosterColumn.valueOf(rs.getString("column_name")), rs.getBoolean("blocking"),
				rs.getString("rule_name"), args(rs.getString("args")));
	}

	/** Arguments as they were given, read back as texts. */
	static List<Object> args(String json) {
		List<Object> args = new ArrayList<>();
		Json.read(json).forEach((node) -> args.add(node.asText()));
		return args;
	}

	private static RosterRow row(ResultSet rs) throws SQLException {
		return new RosterRow(line(rs), rs.getString("id_sealed"), rs.getString("id_hash"), rs.getString("id_masked"),
				RosterRow.Plan.valueOf(rs.getString("plan")), List.of(),
				List.of(Json.read(rs.getString("changes"), RosterChange[].class)));
	}

	private static RosterLine line(ResultSet rs) throws SQLException {
		Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
		Json.readMap(rs.getString("content"))
			.forEach((column, text) -> cells.put(RosterColumn.valueOf(column), text.toString()));
		return new RosterLine(rs.getInt("line_no"), cells);
	}

	/** A finding and the line it is about. */
	record Found(int line, RosterFinding finding) {

		static Stream<Found> of(int line, List<RosterFinding> findings) {
			return findings.stream().map((finding) -> new Found(line, finding));
		}

	}

	/** A finding and the cells of the line it is about. */
	record Finding(long id, RosterLine cells, RosterFinding finding) {

		public int line() {
			return this.cells.number();
		}

	}

	/** What became of a line. */
	record Done(int line, Outcome outcome, Long personId) {
	}

	/** What importing a line did. */
	enum Outcome {

		CREATED, CHANGED, UNCHANGED, REFUSED

	}

	/** How often one rule was broken in one column. */
	record Tally(String rule, RosterColumn column, boolean blocking, int count) {
	}

	/** A line as the page shows it. */
	record Seen(RosterRow row, String verdict, String outcome, Long personId) {

		Seen with(Map<Integer, List<RosterFinding>> found) {
			RosterRow full = new RosterRow(this.row.line(), null, null, this.row.idMasked(), this.row.plan(),
					found.getOrDefault(this.row.line().number(), List.of()), this.row.changes());
			return new Seen(full, this.verdict, this.outcome, this.personId);
		}

		public RosterLine line() {
			return this.row.line();
		}

		public String name() {
			return line().text(RosterColumn.NAME);
		}

		public String studentNumber() {
			return line().text(RosterColumn.STUDENT_NUMBER);
		}

		public String branch() {
			return line().text(RosterColumn.BRANCH);
		}

		public boolean choosable() {
			return this.outcome == null && !"BLOCKED".equals(this.verdict);
		}

	}

}
