package org.leagueflow.scoring;

import java.util.List;

/** What is left of one: 1 − x. */
public record OneMinus(Formula of) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		return Series.of(this.of.evaluate(evaluation).single())
			.together("value", (values) -> new Calculation(() -> "1 − " + values.get(0).text(),
					Rational.ONE.minus(values.get(0).number())));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.single(this.of, path + ".of");
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return check.interval(this.of).subtractedFrom(Rational.ONE);
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of);
	}

}
