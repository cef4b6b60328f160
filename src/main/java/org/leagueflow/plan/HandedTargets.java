package org.leagueflow.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units have to reach at least of numbers that were handed down to them. */
@Repository
class HandedTargets {

	private final JdbcClient jdbc;

	HandedTargets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By the superior's indicator; one without a floor is missing. */
	Map<Long, BigDecimal> of(long handed) {
		Map<Long, BigDecimal> least = new HashMap<>();
		this.jdbc.sql("SELECT indicator_id, least_value FROM plan_handed_target WHERE handed_id = ?")
			.param(handed)
			.query((row) -> {
				least.put(row.getLong(1), row.getBigDecimal(2));
			});
		return least;
	}

	/** Says them anew. */
	void replace(long handed, Map<Long, BigDecimal> least) {
		this.jdbc.sql("DELETE FROM plan_handed_target WHERE handed_id = ?").param(handed).update();
		least.forEach((indicator, value) -> this.jdbc
			.sql("INSERT INTO plan_handed_target (handed_id, indicator_id, least_value) VALUES (?, ?, ?)")
			.params(handed, indicator, value)
			.update());
	}

}
