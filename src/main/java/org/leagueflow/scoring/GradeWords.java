package org.leagueflow.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;

/**
 * Grades in words turned into numbers by a table (优 95, 良 85 …); numbers stay as they
 * are.
 */
public record GradeWords(Formula of, Map<String, Rational> words) implements Formula {

	public GradeWords {
		words = (words != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(words)) : Map.of();
	}

	@Override
	public Series evaluate(Evaluation evaluation) {
		return this.of.evaluate(evaluation).each(this::number);
	}

	private Value number(Value value) {
		if (value.word() == null) {
			return value;
		}
		Rational number = this.words.get(value.word().strip());
		return value.with(number, (number != null)
				? Explanation.step(Message.of("scoring.step.gradeWord", value.word(), number.text()),
						List.of(value.explanation()))
				: Explanation.problem(Message.of("scoring.problem.word", value.word()), List.of(value.explanation())));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.either(this.of, path + ".of");
		if (this.words.isEmpty()) {
			check.fault(path, "table");
		}
		this.words.forEach((word, number) -> {
			if (word.isBlank() || number == null) {
				check.fault(path, "row", word);
			}
		});
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
