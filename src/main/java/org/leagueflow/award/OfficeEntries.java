package org.leagueflow.award;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the office that runs a batch entered for components that no other module knows,
 * each with its origin; lines are only added, the latest of a component counts.
 */
@Repository
class OfficeEntries {

	private final JdbcClient jdbc;

	OfficeEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Nomination one, String component, BigDecimal points, String origin, Actor by, Instant now) {
		this.jdbc
			.sql("INSERT INTO award_entry (batch_id, nomination_id, component, points, origin, by_person, by_name,"
					+ " made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(one.batchId(), one.id(), component, points, origin, by.personId(), by.name(), Utc.column(now))
			.update();
	}

	/** The latest of each component, by nomination; one statement. */
	Map<Long, Map<String, Entry>> of(long batch) {
		Map<Long, Map<String, Entry>> latest = new HashMap<>();
		rows("batch_id = ? ORDER BY id", batch).forEach(
				(one) -> latest.computeIfAbsent(one.nomination(), (key) -> new HashMap<>()).put(one.component(), one));
		return latest;
	}

	/** How many points of those who take part were entered, by unit. */
	Map<Long, Integer> counts(long batch) {
		Map<Long, Integer> counts = new HashMap<>();
		this.jdbc
			.sql("SELECT d.unit_id, COUNT(*) FROM (SELECT DISTINCT n.unit_id, e.nomination_id, e.component"
					+ " FROM award_entry e JOIN award_nomination n ON n.id = e.nomination_id WHERE e.batch_id = ?"
					+ " AND n.state IN ('NOMINATED', 'ELIGIBLE')) d GROUP BY d.unit_id")
			.param(batch)
			.query((row, number) -> counts.put(row.getLong(1), row.getInt(2)))
			.list();
		return counts;
	}

	/** All of the batch, by nomination; one statement. */
	Map<Long, List<Entry>> all(long batch) {
		return rows("batch_id = ? ORDER BY id", batch).stream().collect(Collectors.groupingBy(Entry::nomination));
	}

	List<Entry> ofNomination(long nomination) {
		return rows("nomination_id = ? ORDER BY id", nomination);
	}

	private List<Entry> rows(String where, long id) {
		return this.jdbc
			.sql("SELECT nomination_id, component, points, origin, by_person, by_name, made_at FROM award_entry WHERE "
					+ where)
			.param(id)
			.query((row, number) -> new Entry(row.getLong(1), row.getString(2), row.getBigDecimal(3), row.getString(4),
					row.getLong(5), row.getString(6), Utc.moment(row.getObject(7, LocalDateTime.class))))
			.list();
	}

	/**
	 * One entry.
	 *
	 * @param origin where the value comes from, such as a sheet or a decision
	 */
	record Entry(long nomination, String component, BigDecimal points, String origin, long by, String byName,
			Instant at) {

		public String shownPoints() {
			return this.points.stripTrailingZeros().toPlainString();
		}

	}

}
