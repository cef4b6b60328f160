package org.leagueflow.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts over the plans of many units of one year. Tens of thousands of items are counted
 * by the database; only those that are worked on and not yet late come row by row,
 * because their lamps depend on their indicators.
 */
@Repository
class PlanFigures {

	/** What was taken out of a plan counts no more. */
	private static final String SCOPE = " JOIN plan p ON p.id = a.plan_id WHERE p.plan_year = :year"
			+ " AND a.unit_path LIKE :path AND (a.outcome IS NULL OR a.outcome <> 'revoked')";

	/** As {@link PlanLamps#lamp} asks before it looks at indicators, in its order. */
	private static final String SETTLED = "SUM(CASE WHEN a.completed_on IS NOT NULL THEN 1 ELSE 0 END),"
			+ " SUM(CASE WHEN a.completed_on IS NULL AND a.outcome IS NOT NULL THEN 1 ELSE 0 END),"
			+ " SUM(CASE WHEN a.completed_on IS NULL AND a.outcome IS NULL AND a.held_since IS NOT NULL THEN 1 ELSE 0 END),"
			+ " SUM(CASE WHEN a.completed_on IS NULL AND a.outcome IS NULL AND a.held_since IS NULL"
			+ " AND a.due_on < :today THEN 1 ELSE 0 END)";

	private static final String WORKED_ON = " AND a.completed_on IS NULL AND a.outcome IS NULL AND a.held_since IS NULL";

	private final JdbcClient jdbc;

	PlanFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the lamps of a unit's own items say. */
	record UnitCount(String unitPath, long done, long stopped, long onHold, long red) {
	}

	/** A span that is worked on and not late. */
	record Running(String unitPath, long itemId, PlanLamps.Course course) {
	}

	/** A span that is late. */
	record Late(long itemId, long unitId, String title, String leadName, LocalDate dueOn) {
	}

	List<UnitCount> settled(int year, String path, LocalDate today) {
		return this.jdbc.sql("SELECT a.unit_path, " + SETTLED + " FROM assignment a" + SCOPE + " GROUP BY a.unit_path")
			.param("year", year)
			.param("path", path)
			.param("today", today)
			.query((row, number) -> new UnitCount(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4),
					row.getLong(5)))
			.list();
	}

	List<Running> running(int year, String path, LocalDate today) {
		return this.jdbc
			.sql("SELECT a.unit_path, a.item_id, a.starts_on, a.due_on, a.held_days, a.percent" + " FROM assignment a"
					+ SCOPE + WORKED_ON + " AND a.due_on >= :today")
			.param("year", year)
			.param("path", path)
			.param("today", today)
			.query((row, number) -> new Running(row.getString(1), row.getLong(2),
					new PlanLamps.Course(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class),
							row.getInt(5), row.getBigDecimal(6))))
			.list();
	}

	/** The indicators of the items that are worked on and not late. */
	Map<Long, List<PlanIndicator>> indicators(int year, String path, LocalDate today) {
		Map<Long, List<PlanIndicator>> byItem = new HashMap<>();
		this.jdbc
			.sql("SELECT DISTINCT a.item_id, l.indicator_id, l.comparator, l.base_value, l.roll_up FROM assignment a"
					+ " JOIN plan p ON p.id = a.plan_id"
					+ " JOIN plan_line_indicator s ON s.edition_id = p.published_id AND s.item_id = a.item_id"
					+ " JOIN plan_indicator_line l ON l.edition_id = s.edition_id AND l.indicator_id = s.indicator_id"
					+ " WHERE p.plan_year = :year AND a.unit_path LIKE :path" + WORKED_ON + " AND a.due_on >= :today")
			.param("year", year)
			.param("path", path)
			.param("today", today)
			.query((row) -> {
				byItem.computeIfAbsent(row.getLong(1), (item) -> new ArrayList<>())
					.add(new PlanIndicator(row.getLong(2), 0, "", PlanComparator.valueOf(row.getString(3)),
							row.getBigDecimal(4), null, "", null, PlanRollUp.valueOf(row.getString(5))));
			});
		return byItem;
	}

	/** Spans of what holds that have not begun, by the unit's path. */
	Map<String, Long> notBegun(int year, String path) {
		Map<String, Long> byUnit = new HashMap<>();
		this.jdbc
			.sql("SELECT p.unit_path, COUNT(*) FROM plan p JOIN plan_span s ON s.edition_id = p.published_id"
					+ " LEFT JOIN assignment a ON a.item_id = s.item_id AND a.starts_on = s.starts_on"
					+ " WHERE p.plan_year = :year AND p.unit_path LIKE :path AND a.id IS NULL GROUP BY p.unit_path")
			.param("year", year)
			.param("path", path)
			.query((row) -> {
				byUnit.put(row.getString(1), row.getLong(2));
			});
		return byUnit;
	}

	/** The plans of which something holds, by their units' paths. */
	Map<String, Long> planned(int year, String path) {
		Map<String, Long> units = new HashMap<>();
		this.jdbc
			.sql("SELECT unit_path, id FROM plan WHERE plan_year = :year AND unit_path LIKE :path"
					+ " AND published_id IS NOT NULL")
			.param("year", year)
			.param("path", path)
			.query((row) -> {
				units.put(row.getString(1), row.getLong(2));
			});
		return units;
	}

	/** The longest overdue first. */
	List<Late> late(int year, String path, LocalDate today, int most) {
		return this.jdbc
			.sql("SELECT a.item_id, a.unit_id, a.title, a.lead_name, a.due_on FROM assignment a" + SCOPE + WORKED_ON
					+ " AND a.due_on < :today ORDER BY a.due_on, a.id LIMIT " + most)
			.param("year", year)
			.param("path", path)
			.param("today", today)
			.query((row, number) -> new Late(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
					row.getObject(5, LocalDate.class)))
			.list();
	}

	/**
	 * What had begun by a day and what had come of it, by the unit's path.
	 * @param dueBefore whatever was due before it is late
	 */
	Map<String, PlanReport.Counts> until(int year, String path, LocalDate day, LocalDate dueBefore) {
		Map<String, PlanReport.Counts> byUnit = new HashMap<>();
		this.jdbc
			.sql("SELECT a.unit_path, COUNT(*)," + " SUM(CASE WHEN a.completed_on <= :day THEN 1 ELSE 0 END),"
					+ " SUM(CASE WHEN a.completed_on IS NULL AND a.outcome IS NOT NULL THEN 1 ELSE 0 END),"
					+ " SUM(CASE WHEN (a.completed_on > :day OR a.completed_on IS NULL AND a.outcome IS NULL)"
					+ " AND (a.held_since IS NULL OR a.held_since > :day) AND a.due_on < :dueBefore THEN 1 ELSE 0 END)"
					+ " FROM assignment a" + SCOPE + " AND a.starts_on <= :day GROUP BY a.unit_path")
			.param("year", year)
			.param("path", path)
			.param("day", day)
			.param("dueBefore", dueBefore)
			.query((row) -> {
				int all = row.getInt(2);
				int done = row.getInt(3);
				int stopped = row.getInt(4);
				int overdue = row.getInt(5);
				byUnit.put(row.getString(1),
						new PlanReport.Counts(all, done, all - done - stopped - overdue, overdue, stopped));
			});
		return byUnit;
	}

	/**
	 * How far the indicators of all plans of a year at or below a path are, each with
	 * what the units below it reported. Somebody whom several of them counted by name is
	 * one person.
	 */
	Map<Long, PlanTotal> totals(int year, String path) {
		Map<Long, Long> parents = new HashMap<>();
		Map<Long, PlanTotal> totals = new HashMap<>();
		this.jdbc
			.sql("SELECT i.id, i.parent_id, i.total, i.of_total, i.reports FROM plan p JOIN plan_indicator i"
					+ " ON i.plan_id = p.id WHERE p.plan_year = :year AND p.unit_path LIKE :path")
			.param("year", year)
			.param("path", path)
			.query((row) -> {
				totals.put(row.getLong(1),
						new PlanTotal(row.getBigDecimal(3), row.getBigDecimal(4), row.getInt(5) > 0));
				if (row.getObject(2, Long.class) != null) {
					parents.put(row.getLong(1), row.getLong(2));
				}
			});
		if (parents.isEmpty()) {
			return totals;
		}
		Map<Long, PlanTotal> rolledUp = new HashMap<>(totals);
		parents.keySet()
			.forEach((id) -> above(id, parents, totals)
				.forEach((over) -> rolledUp.merge(over, totals.get(id), PlanFigures::plus)));
		countedTwice(year, path, parents, totals).forEach((id, persons) -> rolledUp.computeIfPresent(id,
				(same, total) -> new PlanTotal(total.total().subtract(BigDecimal.valueOf(persons)).max(BigDecimal.ZERO),
						total.ofTotal(), total.reported())));
		return rolledUp;
	}

	private static PlanTotal plus(PlanTotal one, PlanTotal other) {
		return new PlanTotal(one.total().add(other.total()), one.ofTotal().add(other.ofTotal()),
				one.reported() || other.reported());
	}

	/** The indicators of the scope above one, the nearest first. */
	private static List<Long> above(long id, Map<Long, Long> parents, Map<Long, PlanTotal> scope) {
		List<Long> above = new ArrayList<>();
		for (Long over = parents.get(id); over != null && scope.containsKey(over); over = parents.get(over)) {
			above.add(over);
		}
		return above;
	}

	/** How many persons too many each tree of indicators has. */
	private Map<Long, Integer> countedTwice(int year, String path, Map<Long, Long> parents,
			Map<Long, PlanTotal> scope) {
		Map<Long, Map<Long, Integer>> seen = new HashMap<>();
		this.jdbc
			.sql("SELECT c.indicator_id, c.person_id FROM plan p JOIN plan_indicator i ON i.plan_id = p.id"
					+ " JOIN plan_person c ON c.indicator_id = i.id WHERE p.plan_year = :year"
					+ " AND p.unit_path LIKE :path AND c.person_id IN"
					+ " (SELECT person_id FROM plan_person GROUP BY person_id HAVING COUNT(*) > 1)")
			.param("year", year)
			.param("path", path)
			.query((row) -> {
				List<Long> trees = above(row.getLong(1), parents, scope);
				trees.add(row.getLong(1));
				long person = row.getLong(2);
				trees
					.forEach((id) -> seen.computeIfAbsent(id, (key) -> new HashMap<>()).merge(person, 1, Integer::sum));
			});
		Map<Long, Integer> twice = new HashMap<>();
		seen.forEach((id, persons) -> {
			int more = persons.values().stream().mapToInt((count) -> count - 1).sum();
			if (more > 0) {
				twice.put(id, more);
			}
		});
		return twice;
	}

}
