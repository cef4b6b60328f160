package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds spans of plans that hold which should have begun and have not. */
@Repository
class DueSpans {

	private final JdbcClient jdbc;

	DueSpans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those after this item, in the order of editions and items. */
	List<DueSpan> by(LocalDate today, DueSpan after, int most) {
		return this.jdbc.sql("SELECT p.id, s.edition_id, s.item_id, s.starts_on, s.ends_on FROM plan p"
				+ " JOIN plan_span s ON s.edition_id = p.published_id"
				+ " LEFT JOIN assignment a ON a.item_id = s.item_id AND a.starts_on = s.starts_on"
				+ " WHERE s.starts_on <= :today AND a.id IS NULL AND (s.edition_id > :edition"
				+ " OR (s.edition_id = :edition AND (s.item_id > :item OR (s.item_id = :item AND s.starts_on > :from))))"
				+ " ORDER BY s.edition_id, s.item_id, s.starts_on LIMIT :most")
			.param("today", today)
			.param("edition", after.edition())
			.param("item", after.item())
			.param("from", after.span().from())
			.param("most", most)
			.query((row, number) -> new DueSpan(row.getLong(1), row.getLong(2), row.getLong(3),
					new PlanSpan(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class))))
			.list();
	}

	/** One span that should begin. */
	record DueSpan(long plan, long edition, long item, PlanSpan span) {

		/** Before every other. */
		static final DueSpan NONE = new DueSpan(0, 0, 0, new PlanSpan(LocalDate.of(1, 1, 1), LocalDate.of(1, 1, 1)));

	}

}
