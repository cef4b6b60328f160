package org.leagueflow.plan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Progress, which is only ever added, and the totals of indicators, which are its sum.
 */
@Repository
class ProgressEntries {

	private final JdbcClient jdbc;

	ProgressEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The total of an indicator, kept from others until the caller's transaction ends.
	 */
	PlanTotal lock(long indicator) {
		return this.jdbc.sql("SELECT total, of_total FROM plan_indicator WHERE id = ? FOR UPDATE")
			.param(indicator)
			.query((row, number) -> new PlanTotal(row.getBigDecimal(1), row.getBigDecimal(2), true))
			.single();
	}

	/**
	 * Adds to an indicator whose total the caller has locked.
	 * @param source what counts once for the item; null for a report
	 * @return the entry
	 * @throws org.springframework.dao.DuplicateKeyException when the source counted
	 * before
	 */
	long add(Assignment assignment, Long indicator, PlanTotal before, PlanTotal difference, BigDecimal percent,
			String words, String reason, ProgressSource kind, Long source, Actor by, Instant now) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("INSERT INTO plan_progress (plan_id, item_id, assignment_id, indicator_id, amount, of_amount, total,"
					+ " of_total, percent, words, reason, source_kind, source_id, by_person, by_name, made_at)"
					+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(assignment.planId(), assignment.itemId(), assignment.id(), indicator, difference.total(),
					difference.ofTotal(), before.total().add(difference.total()),
					before.ofTotal().add(difference.ofTotal()), percent, words, reason, kind.name(), source,
					by.personId(), by.name(), Utc.column(now))
			.update(key, "id");
		if (indicator != null) {
			this.jdbc.sql(
					"UPDATE plan_indicator SET total = total + ?, of_total = of_total + ?, reports = reports + 1 WHERE id = ?")
				.params(difference.total(), difference.ofTotal(), indicator)
				.update();
		}
		return key.getKey().longValue();
	}

	/** Whether this counted for the item already. */
	boolean counted(long item, ProgressSource kind, long source) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM plan_progress WHERE item_id = ? AND source_kind = ? AND source_id = ?")
			.params(item, kind.name(), source)
			.query(Integer.class)
			.single() > 0;
	}

	/** Whether this counted for the indicator already, for whichever item. */
	boolean countedFor(long indicator, ProgressSource kind, long source) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM plan_progress WHERE indicator_id = ? AND source_kind = ? AND source_id = ?")
			.params(indicator, kind.name(), source)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Takes persons in for an indicator that the caller has locked.
	 * @return how many of them were not counted before
	 */
	int persons(long indicator, Collection<Long> persons) {
		List<Long> there = this.jdbc
			.sql("SELECT person_id FROM plan_person WHERE indicator_id = :indicator AND person_id IN (:persons)")
			.param("indicator", indicator)
			.param("persons", persons)
			.query(Long.class)
			.list();
		List<Long> fresh = persons.stream().filter((one) -> !there.contains(one)).toList();
		fresh.forEach((one) -> this.jdbc.sql("INSERT INTO plan_person (indicator_id, person_id) VALUES (?, ?)")
			.params(indicator, one)
			.update());
		return fresh.size();
	}

	void evidence(long entry, Collection<Long> files) {
		files.forEach((file) -> this.jdbc.sql("INSERT INTO plan_evidence (progress_id, attachment_id) VALUES (?, ?)")
			.params(entry, file)
			.update());
	}

	/** The latest of an item first. */
	List<ProgressEntry> of(long item, int most) {
		Map<Long, List<Long>> files = new HashMap<>();
		this.jdbc.sql(
				"SELECT e.progress_id, e.attachment_id FROM plan_evidence e JOIN plan_progress p ON p.id = e.progress_id"
						+ " WHERE p.item_id = ? ORDER BY e.attachment_id")
			.param(item)
			.query((row) -> {
				files.computeIfAbsent(row.getLong(1), (key) -> new ArrayList<>()).add(row.getLong(2));
			});
		return this.jdbc.sql("SELECT * FROM plan_progress WHERE item_id = ? ORDER BY id DESC LIMIT " + most)
			.param(item)
			.query((row, number) -> entry(row, files))
			.list();
	}

	private static ProgressEntry entry(ResultSet row, Map<Long, List<Long>> files) throws SQLException {
		long id = row.getLong("id");
		return new ProgressEntry(id, row.getLong("item_id"), row.getObject("indicator_id", Long.class),
				row.getBigDecimal("amount"), row.getBigDecimal("of_amount"), row.getBigDecimal("total"),
				row.getBigDecimal("of_total"), row.getBigDecimal("percent"), row.getString("words"),
				row.getString("reason"), ProgressSource.valueOf(row.getString("source_kind")),
				row.getObject("source_id", Long.class), row.getString("by_name"),
				Utc.moment(row.getObject("made_at", LocalDateTime.class)), files.getOrDefault(id, List.of()));
	}

	/** How far each indicator of a plan is, with all that units below reported. */
	Map<Long, PlanTotal> totals(long plan) {
		return rolledUp("SELECT id, id FROM plan_indicator WHERE plan_id = :of", plan);
	}

	/**
	 * The same as it was before a moment. Who was counted by name is not dated: those
	 * whom several units have counted by now are taken off.
	 */
	Map<Long, PlanTotal> totalsUntil(long plan, Instant until) {
		Map<Long, PlanTotal> totals = new HashMap<>();
		Map<Long, Integer> twice = twice("SELECT id, id FROM plan_indicator WHERE plan_id = :of", plan);
		this.jdbc.sql(tree("SELECT id, id FROM plan_indicator WHERE plan_id = :of")
				+ "SELECT t.root_id, COALESCE(SUM(p.amount), 0), COALESCE(SUM(p.of_amount), 0), COUNT(*) FROM tree t"
				+ " JOIN plan_progress p ON p.indicator_id = t.id WHERE p.made_at < :until GROUP BY t.root_id")
			.param("of", plan)
			.param("until", Utc.column(until))
			.query((row) -> {
				totals.put(row.getLong(1), total(row, twice));
			});
		return totals;
	}

	/** The same without the units below. */
	Map<Long, PlanTotal> own(long plan) {
		Map<Long, PlanTotal> totals = new HashMap<>();
		this.jdbc.sql("SELECT id, total, of_total, reports FROM plan_indicator WHERE plan_id = ?")
			.param(plan)
			.query((row) -> {
				totals.put(row.getLong(1),
						new PlanTotal(row.getBigDecimal(2), row.getBigDecimal(3), row.getInt(4) > 0));
			});
		return totals;
	}

	/**
	 * What each unit that an indicator was handed down to reported, with those below it,
	 * by the unit's own indicator.
	 */
	Map<Long, PlanTotal> below(long indicator) {
		return rolledUp("SELECT id, id FROM plan_indicator WHERE parent_id = :of", indicator);
	}

	/** The units' own indicators below one, with the unit that has each. */
	Map<Long, Long> unitsBelow(long indicator) {
		Map<Long, Long> units = new HashMap<>();
		this.jdbc
			.sql("SELECT i.id, p.unit_id FROM plan_indicator i JOIN plan p ON p.id = i.plan_id WHERE i.parent_id = ?")
			.param(indicator)
			.query((row) -> {
				units.put(row.getLong(1), row.getLong(2));
			});
		return units;
	}

	/**
	 * Sums over trees of indicators. Somebody whom several units counted is one person:
	 * each person counted by name added one to the total of a unit's indicator, so that
	 * those who are named more than once are taken off again.
	 */
	private Map<Long, PlanTotal> rolledUp(String roots, long of) {
		Map<Long, Integer> twice = twice(roots, of);
		Map<Long, PlanTotal> totals = new HashMap<>();
		this.jdbc
			.sql(tree(roots) + "SELECT t.root_id, SUM(i.total), SUM(i.of_total), SUM(i.reports) FROM tree t"
					+ " JOIN plan_indicator i ON i.id = t.id GROUP BY t.root_id")
			.param("of", of)
			.query((row) -> {
				totals.put(row.getLong(1), total(row, twice));
			});
		return totals;
	}

	private static String tree(String roots) {
		return "WITH RECURSIVE tree (root_id, id) AS (" + roots
				+ " UNION ALL SELECT t.root_id, c.id FROM tree t JOIN plan_indicator c ON c.parent_id = t.id) ";
	}

	private Map<Long, Integer> twice(String roots, long of) {
		Map<Long, Integer> twice = new HashMap<>();
		this.jdbc
			.sql(tree(roots) + "SELECT t.root_id, COUNT(*) - COUNT(DISTINCT p.person_id) FROM tree t"
					+ " JOIN plan_person p ON p.indicator_id = t.id GROUP BY t.root_id")
			.param("of", of)
			.query((row) -> {
				twice.put(row.getLong(1), row.getInt(2));
			});
		return twice;
	}

	/** Root, numerator, denominator and number of reports. */
	private static PlanTotal total(ResultSet row, Map<Long, Integer> twice) throws SQLException {
		BigDecimal named = BigDecimal.valueOf(twice.getOrDefault(row.getLong(1), 0));
		return new PlanTotal(row.getBigDecimal(2).subtract(named).max(BigDecimal.ZERO), row.getBigDecimal(3),
				row.getInt(4) > 0);
	}

	/** The item whose report a file proves, if it does. */
	List<Long> itemsOf(long file) {
		return this.jdbc
			.sql("SELECT p.item_id FROM plan_evidence e JOIN plan_progress p ON p.id = e.progress_id"
					+ " WHERE e.attachment_id = ?")
			.param(file)
			.query(Long.class)
			.list();
	}

}
