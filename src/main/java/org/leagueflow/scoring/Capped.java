package org.leagueflow.scoring;

import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * A value kept within bounds; of several, each by itself (逐项封顶).
 *
 * @param min the least, or null
 * @param max the most, or null
 */
public record Capped(Formula of, Rational min, Rational max) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		return capped(this.of.evaluate(evaluation), this.min, this.max);
	}

	static Series capped(Series series, Rational min, Rational max) {
		return series.each((value) -> value.known() ? capped(value, min, max) : value);
	}

	private static Value capped(Value value, Rational min, Rational max) {
		Rational high = (max != null) ? value.number().min(max) : value.number();
		Rational kept = (min != null) ? high.max(min) : high;
		if (kept.equals(value.number())) {
			return value;
		}
		return value.with(kept,
				Explanation.step(
						() -> Message.of((kept.compareTo(value.number()) < 0) ? "scoring.step.cappedMost"
								: "scoring.step.cappedLeast", Calculation.shown(value.number()), kept.text()),
						List.of(value.explanation())));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.either(this.of, path + ".of");
		check.caps(this.min, this.max, path);
	}

	@Override
	public boolean many(SchemeCheck check) {
		return check.many(this.of);
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return check.interval(this.of).capped(this.min, this.max);
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of);
	}

}
