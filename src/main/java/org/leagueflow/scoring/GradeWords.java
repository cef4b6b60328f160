package org.leagueflow.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leagueflow.kernel.Message;

/**
 * Grades in words turned into numbers by a table (优 95, 良 85 …); numbers stay as they
 * are.
 */
public record GradeWords(Formula of, List<TableLookup.Row> rows) implements Formula {

	public GradeWords {
		rows = (rows != null) ? List.copyOf(rows) : List.of();
	}

	@Override
	public Series evaluate(Evaluation evaluation) {
		return this.of.evaluate(evaluation).each(this::number);
	}

	private Value number(Value value) {
		if (value.word() == null) {
			return value;
		}
		Rational number = this.rows.stream()
			.filter((row) -> row.at().equals(value.word().strip()))
			.map(TableLookup.Row::value)
			.findFirst()
			.orElse(null);
		return value.with(number, (number != null)
				? Explanation.step(() -> Message.of("scoring.step.gradeWord", value.word(), number.text()),
						List.of(value.explanation()))
				: Explanation.problem(Message.of("scoring.problem.word", value.word()), List.of(value.explanation())));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.either(this.of, path + ".of");
		if (this.rows.isEmpty()) {
			check.fault(path, "table");
		}
		Set<String> words = new HashSet<>();
		for (TableLookup.Row row : this.rows) {
			if (row.at() == null || row.at().isBlank() || row.value() == null) {
				check.fault(path, "row", (row.at() != null) ? row.at() : "");
			}
			else if (!words.add(row.at())) {
				check.fault(path, "rowTwice", row.at());
			}
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return check.many(this.of);
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return Interval.UNKNOWN;
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of);
	}

}
