package org.leagueflow.life;

import java.time.LocalDate;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What branches were reminded of already. */
@Repository
class LifeReminders {

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	LifeReminders(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	boolean told(long branchId, Duty duty, About about, LocalDate periodFirst) {
		return this.jdbc.sql(
				"SELECT COUNT(*) FROM life_reminder WHERE branch_id = ? AND duty = ? AND about = ? AND period_first = ?")
			.params(branchId, duty.name(), about.name(), periodFirst)
			.query(Integer.class)
			.single() > 0;
	}

	void add(long branchId, Duty duty, About about, LocalDate periodFirst) {
		this.jdbc
			.sql("INSERT INTO life_reminder (branch_id, duty, about, period_first, told_at) VALUES (?, ?, ?, ?, ?)")
			.params(branchId, duty.name(), about.name(), periodFirst, Utc.column(this.clock.instant()))
			.update();
	}

	/** What a reminder is about. */
	enum About {

		/** A class of this period wants calling. */
		PLAN,
		/** The period ends soon. */
		SOON,
		/** A period was missed. */
		OVERDUE

	}

}
