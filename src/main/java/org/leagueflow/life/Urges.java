package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When branches were urged (催办), at most once a day. */
@Repository
class Urges {

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	Urges(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The last day on which each of the branches was urged. */
	Map<Long, LocalDate> last(Collection<Long> branches) {
		Map<Long, LocalDate> last = new HashMap<>();
		if (!branches.isEmpty()) {
			this.jdbc
				.sql("SELECT branch_id, MAX(urged_on) FROM life_urge WHERE branch_id IN (:branches) GROUP BY branch_id")
				.param("branches", branches)
				.query((row) -> {
					last.put(row.getLong(1), row.getObject(2, LocalDate.class));
				});
		}
		return last;
	}

	void add(long branchId, String duties, Actor by) {
		this.jdbc
			.sql("INSERT INTO life_urge (branch_id, urged_on, duties, urged_by, urged_by_name, urged_at)"
					+ " VALUES (?, ?, ?, ?, ?, ?)")
			.params(branchId, this.clock.today(), duties, by.personId(), by.name(), Utc.column(this.clock.instant()))
			.update();
	}

}
