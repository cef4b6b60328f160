package org.leagueflow.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Message;

/**
 * A number or word looked up in a table.
 *
 * @param rows what is looked up and what it becomes
 * @param bands whether a number finds the last row that it reaches, instead of its own
 */
public record TableLookup(Formula of, List<Row> rows, boolean bands) implements Formula {

	public TableLookup {
		rows = (rows != null) ? List.copyOf(rows) : List.of();
	}

	@Override
	public Series evaluate(Evaluation evaluation) {
		return this.of.evaluate(evaluation).each(this::looked);
	}

	private Value looked(Value value) {
		if (!value.known() && value.word() == null) {
			return value;
		}
		String shown = value.known() ? value.number().text() : value.word();
		return found(value)
			.map((row) -> value.with(row.value(),
					Explanation.step(() -> Message.of("scoring.step.tableLookup", shown, row.value().text()),
							List.of(value.explanation()))))
			.orElseGet(() -> value.with(null,
					Explanation.problem(Message.of("scoring.problem.table", shown), List.of(value.explanation()))));
	}

	private Optional<Row> found(Value value) {
		if (!value.known()) {
			return this.rows.stream().filter((row) -> row.at().equals(value.word().strip())).findFirst();
		}
		return this.bands
				? this.rows.stream()
					.filter((row) -> row.number().compareTo(value.number()) <= 0)
					.reduce((one, next) -> next)
				: this.rows.stream().filter((row) -> value.number().equals(row.number())).findFirst();
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.either(this.of, path + ".of");
		if (this.rows.isEmpty()) {
			check.fault(path, "table");
		}
		Row before = null;
		Set<Object> keys = new HashSet<>();
		for (Row row : this.rows) {
			if (row.at() == null || row.at().isBlank() || row.value() == null || this.bands && row.number() == null) {
				check.fault(path, "row", (row.at() != null) ? row.at() : "");
				return;
			}
			if (!keys.add((row.number() != null) ? row.number() : row.at())) {
				check.fault(path, "rowTwice", row.at());
			}
			else if (this.bands && before != null && row.number().compareTo(before.number()) < 0) {
				check.fault(path, "rowOrder", row.at());
			}
			before = row;
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return check.many(this.of);
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return PartList.interval(this.rows.stream().map(Row::value));
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of);
	}

	/**
	 * A row.
	 *
	 * @param at the word or number that is looked up; with bands, the least number
	 * @param value what it becomes
	 */
	public record Row(String at, Rational value) {

		/** What is looked up, as a number, or null for a word. */
		Rational number() {
			try {
				return Rational.parse(this.at);
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

}
