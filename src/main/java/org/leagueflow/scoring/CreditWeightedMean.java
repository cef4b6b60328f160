package org.leagueflow.scoring;

import java.util.List;
import java.util.Objects;
import org.leagueflow.kernel.Message;

/**
 * The mean of courses' marks, each weighed by its credits: Σ(mark × credits) ÷ Σ credits.
 */
public record CreditWeightedMean(Formula of) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		Series series = this.of.evaluate(evaluation);
		for (Value value : series.values()) {
			if (value.credit() == null || value.credit().signum() < 0) {
				return Series.none(Message.of("scoring.problem.credit", Objects.requireNonNullElse(value.item(), "?")),
						series.parts());
			}
		}
		return series.together("creditWeightedMean", CreditWeightedMean::weighted);
	}

	private static Calculation weighted(List<Value> values) {
		Rational credits = values.stream().map(Value::credit).reduce(Rational.ZERO, Rational::plus);
		Rational sum = values.stream()
			.map((value) -> value.number().times(value.credit()))
			.reduce(Rational.ZERO, Rational::plus);
		return new Calculation(
				() -> "(" + Calculation.terms(values, (value) -> value.text() + "×" + value.credit().text()) + ") ÷ ("
						+ Calculation.terms(values, (value) -> value.credit().text()) + ")",
				(credits.signum() != 0) ? sum.dividedBy(credits) : null);
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.several(this.of, path + ".of");
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return check.interval(this.of);
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of);
	}

}
