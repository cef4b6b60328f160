package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the home page says of plans, in at most two statements: pages of everybody call
 * them.
 */
@Repository
class PlanHome {

	private static final String RED = " FROM assignment a JOIN plan p ON p.id = a.plan_id WHERE a.outcome IS NULL"
			+ " AND a.stage IN ('acceptance', 'execution', 'inspection', 'closing') AND a.due_on < ?"
			+ " AND a.completed_on IS NULL AND a.held_since IS NULL";

	private final JdbcClient jdbc;

	PlanHome(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What waits for a person or for units: items that are due by this day or were, slips
	 * to answer, requests for more time to decide, and items that superiors sent.
	 */
	List<Waiting> waiting(long person, List<Long> units, LocalDate until, int most) {
		List<String> parts = new ArrayList<>(List.of(items("a.lead_kind = 'PERSON' AND a.lead_id = :person"),
				slips("s.addressee_kind = 'PERSON' AND s.addressee_id = :person")));
		if (!units.isEmpty()) {
			parts.add(items("a.lead_kind = 'UNIT' AND a.lead_id IN (:units)"));
			parts.add(slips("s.addressee_kind = 'UNIT' AND s.addressee_id IN (:units)"));
			parts.add("SELECT 'REQUEST', a.item_id, a.title, e.answer_by FROM plan_extension e"
					+ " JOIN assignment a ON a.id = e.assignment_id WHERE e.state = 'ASKED' AND e.unit_id IN (:units)"
					+ " AND e.asked_by <> :person AND a.outcome IS NULL AND a.completed_on IS NULL");
			parts.add("SELECT 'HANDED', h.id, l.content, h.ends_on FROM plan_handed h"
					+ " JOIN plan_item i ON i.id = h.item_id JOIN plan p ON p.id = i.plan_id"
					+ " JOIN plan_line l ON l.edition_id = p.published_id AND l.item_id = h.item_id"
					+ " WHERE h.state = 'SENT' AND h.unit_id IN (:units)");
		}
		JdbcClient.StatementSpec statement = this.jdbc
			.sql(String.join(" UNION ALL ", parts) + " ORDER BY 4, 1, 2 LIMIT :most")
			.param("person", person)
			.param("until", until)
			.param("most", most);
		return (units.isEmpty() ? statement : statement.param("units", units))
			.query((row, number) -> new Waiting(Waiting.Kind.valueOf(row.getString(1)), row.getLong(2),
					PlanText.first(row.getString(3), 120), row.getObject(4, LocalDate.class)))
			.list();
	}

	private static String items(String whose) {
		return "SELECT 'ITEM', a.item_id, a.title, a.due_on FROM assignment a WHERE " + whose
				+ " AND a.outcome IS NULL AND a.completed_on IS NULL AND a.held_since IS NULL AND a.due_on <= :until";
	}

	private static String slips(String whose) {
		return "SELECT 'SLIP', s.id, a.title, s.limit_on FROM plan_slip s JOIN assignment a ON a.id = s.assignment_id"
				+ " WHERE s.state = 'ISSUED' AND " + whose;
	}

	/** Plans at or below these paths that have overdue items, those with most first. */
	List<Red> red(List<String> paths, LocalDate today, int most) {
		String below = String.join(" OR ", paths.stream().map((path) -> "a.unit_path LIKE ?").toList());
		List<Object> params = new ArrayList<>(List.of(today));
		paths.forEach((path) -> params.add(path + "%"));
		params.add(most);
		return this.jdbc
			.sql("SELECT p.id, p.title, COUNT(*)" + RED + " AND (" + below
					+ ") GROUP BY p.id, p.title ORDER BY 3 DESC, 1 LIMIT ?")
			.params(params)
			.query((row, number) -> new Red(row.getLong(1), row.getString(2), row.getInt(3)))
			.list();
	}

	/**
	 * One thing that waits.
	 *
	 * @param id of an item or request the item's, of a slip the slip's, of an item that
	 * was sent the sending's
	 */
	record Waiting(Kind kind, long id, String title, LocalDate day) {

		/** What it is. */
		enum Kind {

			ITEM, SLIP, REQUEST, HANDED

		}

		/** The page on which it is answered. */
		public String link() {
			return switch (this.kind) {
				case ITEM, REQUEST -> "/plan/items/" + this.id;
				case SLIP -> "/plan/slips/" + this.id;
				case HANDED -> "/plan/mine";
			};
		}

	}

	/** A plan and how many of its items are overdue. */
	record Red(long plan, String title, int items) {
	}

}
