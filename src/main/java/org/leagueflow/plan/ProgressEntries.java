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
			this.jdbc.sql("UPDATE plan_indicator SET total = total + ?, of_total = of_total + ? WHERE id = ?")
				.params(difference.total(), difference.ofTotal(), indicator)
				.update();
		}
		return key.getKey().longValue();
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

	/** How far each indicator of a plan is. */
	Map<Long, PlanTotal> totals(long plan) {
		Map<Long, PlanTotal> totals = new HashMap<>();
		this.jdbc
			.sql("SELECT i.id, i.total, i.of_total, EXISTS (SELECT 1 FROM plan_progress p WHERE p.indicator_id = i.id)"
					+ " FROM plan_indicator i WHERE i.plan_id = ?")
			.param(plan)
			.query((row) -> {
				totals.put(row.getLong(1),
						new PlanTotal(row.getBigDecimal(2), row.getBigDecimal(3), row.getBoolean(4)));
			});
		return totals;
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
