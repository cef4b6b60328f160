package org.leagueflow.award;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What recounts found; lines are only added, the latest of a component counts. */
@Repository
class Corrections {

	private final JdbcClient jdbc;

	Corrections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Nomination one, Long objection, String component, BigDecimal points, String reason, Actor by,
			Instant now) {
		this.jdbc
			.sql("INSERT INTO award_correction (batch_id, nomination_id, objection_id, component, points, score_before,"
					+ " reason, by_person, by_name, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(one.batchId(), one.id(), objection, component, points, one.score(), reason, by.personId(),
					by.name(), Utc.column(now))
			.update();
	}

	/** The latest of each component, by nomination; one statement. */
	Map<Long, Map<String, Correction>> of(long batch) {
		Map<Long, Map<String, Correction>> latest = new HashMap<>();
		rows("batch_id = ? ORDER BY id", batch).forEach(
				(one) -> latest.computeIfAbsent(one.nomination(), (key) -> new HashMap<>()).put(one.component(), one));
		return latest;
	}

	/** All of the batch, by nomination; one statement. */
	Map<Long, List<Correction>> all(long batch) {
		return rows("batch_id = ? ORDER BY id", batch).stream().collect(Collectors.groupingBy(Correction::nomination));
	}

	List<Correction> ofNomination(long nomination) {
		return rows("nomination_id = ? ORDER BY id", nomination);
	}

	private List<Correction> rows(String where, long id) {
		return new ArrayList<>(this.jdbc
			.sql("SELECT nomination_id, component, points, reason, by_person, by_name, made_at FROM award_correction"
					+ " WHERE " + where)
			.param(id)
			.query((row, number) -> new Correction(row.getLong(1), row.getString(2), row.getBigDecimal(3),
					row.getString(4), row.getLong(5), row.getString(6),
					Utc.moment(row.getObject(7, LocalDateTime.class))))
			.list());
	}

	/** What a component is worth after a recount. */
	record Correction(long nomination, String component, BigDecimal points, String reason, long by, String byName,
			Instant at) {
	}

}
