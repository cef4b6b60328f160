package org.leagueflow.award;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Utc;
import org.leagueflow.people.People.UnitCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who checked what at which level, who sent it back and why (层层分则、从严追责). Lines are only
 * added.
 */
@Repository
class BatchTrail {

	/** Width of the column in characters; what is longer is kept whole elsewhere. */
	private static final int MAX_REASON = 2000;

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	BatchTrail(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param nomination whom it is about, or null for the whole batch
	 * @param act {@code award.act.<act>} are its words
	 */
	void add(long batch, Long nomination, UnitCard unit, String act, String reason, Actor by) {
		String post = by.posts()
			.stream()
			.filter((one) -> one.reaches(unit.path()))
			.map(Post::role)
			.findFirst()
			.orElse(null);
		this.jdbc.sql(
				"INSERT INTO award_trail (batch_id, nomination_id, unit_id, unit_name, act, by_person, by_name, acting_as,"
						+ " reason, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(batch, nomination, unit.id(), unit.name(), act, by.personId(), by.name(), post, shortened(reason),
					Utc.column(this.clock.instant()))
			.update();
	}

	private static String shortened(String reason) {
		return (Characters.count(reason) > MAX_REASON) ? Characters.first(reason, MAX_REASON - 1) + "…" : reason;
	}

	/** Of the batch as a whole and of each nomination, the latest first. */
	List<Line> of(long batch, int limit) {
		return lines("batch_id = ? ORDER BY id DESC LIMIT " + limit, batch);
	}

	List<Line> ofNomination(long nomination) {
		return lines("nomination_id = ? ORDER BY id", nomination);
	}

	/** Whether the unit did this in the batch, after the last time it was sent back. */
	List<Long> unitsThat(long batch, String act) {
		return this.jdbc
			.sql("SELECT DISTINCT t.unit_id FROM award_trail t WHERE t.batch_id = ? AND t.act = ? AND t.id > COALESCE("
					+ "(SELECT MAX(b.id) FROM award_trail b WHERE b.batch_id = ? AND b.act = 'sentBack'), 0)")
			.params(batch, act, batch)
			.query(Long.class)
			.list();
	}

	private List<Line> lines(String where, long id) {
		return this.jdbc
			.sql("SELECT nomination_id, unit_name, act, by_person, by_name, acting_as, reason, made_at FROM award_trail"
					+ " WHERE " + where)
			.param(id)
			.query((row, number) -> new Line(row.getObject("nomination_id", Long.class), row.getString("unit_name"),
					row.getString("act"), row.getLong("by_person"), row.getString("by_name"),
					row.getString("acting_as"), row.getString("reason"),
					Utc.moment(row.getObject("made_at", LocalDateTime.class))))
			.list();
	}

	/** One line. */
	record Line(Long nomination, String unitName, String act, long byPerson, String byName, String actingAs,
			String reason, Instant at) {
	}

}
