package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The times of recurring work, unfolded by the hundred when a span begins. */
@Repository
class PlanOccurrences {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	PlanOccurrences(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Adds those of these days that are not there yet. */
	void unfold(long assignment, Collection<LocalDate> days) {
		List<LocalDate> there = of(assignment).stream().map(PlanOccurrence::dueOn).toList();
		this.batches.batchUpdate("INSERT INTO plan_occurrence (assignment_id, due_on, state) VALUES (?, ?, 'OPEN')",
				days.stream()
					.filter((day) -> !there.contains(day))
					.map((day) -> new Object[] { assignment, day })
					.toList());
	}

	/** Takes away what is still to come and not among these days. */
	void fold(long assignment, Collection<LocalDate> days, LocalDate today) {
		of(assignment).stream()
			.filter((one) -> one.open() && one.dueOn().isAfter(today) && !days.contains(one.dueOn()))
			.forEach((one) -> this.jdbc.sql("DELETE FROM plan_occurrence WHERE id = ? AND state = 'OPEN'")
				.param(one.id())
				.update());
	}

	List<PlanOccurrence> of(long assignment) {
		return this.jdbc.sql("SELECT * FROM plan_occurrence WHERE assignment_id = ? ORDER BY due_on")
			.param(assignment)
			.query((row, number) -> new PlanOccurrence(row.getLong("id"), row.getLong("assignment_id"),
					row.getObject("due_on", LocalDate.class), row.getString("state"), row.getString("reason"),
					row.getObject("done_on", LocalDate.class), row.getString("by_name")))
			.list();
	}

	/**
	 * Settles one that is open.
	 * @return whether it was
	 */
	boolean settle(long assignment, long id, String state, String reason, LocalDate day, String byName) {
		return this.jdbc
			.sql("UPDATE plan_occurrence SET state = ?, reason = ?, done_on = ?, by_name = ?"
					+ " WHERE id = ? AND assignment_id = ? AND state = 'OPEN'")
			.params(state, reason, day, byName, id, assignment)
			.update() == 1;
	}

	/** The first that is open and not over before this day, or else the last open one. */
	Optional<PlanOccurrence> meant(long assignment, LocalDate day) {
		List<PlanOccurrence> open = of(assignment).stream().filter(PlanOccurrence::open).toList();
		return open.stream()
			.filter((one) -> !one.dueOn().isBefore(day))
			.findFirst()
			.or(() -> open.stream().reduce((one, later) -> later));
	}

	/** Which part is done, in percent, those left out not counted. */
	BigDecimal percent(long assignment) {
		List<PlanOccurrence> all = of(assignment).stream().filter((one) -> !one.state().equals("SKIPPED")).toList();
		long done = all.stream().filter((one) -> one.state().equals("DONE")).count();
		return all.isEmpty() ? BigDecimal.ZERO : HUNDRED.multiply(BigDecimal.valueOf(done))
			.divide(BigDecimal.valueOf(all.size()), 2, RoundingMode.DOWN);
	}

}
