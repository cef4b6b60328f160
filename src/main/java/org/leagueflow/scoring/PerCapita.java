package org.leagueflow.scoring;

import java.util.List;

/**
 * A number divided by another, such as the class's points by its heads.
 */
public record PerCapita(Formula of, Formula heads) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		return Series.ofParts(List.of(this.of.evaluate(evaluation).single(), this.heads.evaluate(evaluation).single()))
			.together("value", PerCapita::divided);
	}

	private static Calculation divided(List<Value> values) {
		Value above = values.get(0);
		Value below = values.get(1);
		return new Calculation(() -> above.text() + " ÷ " + below.text(),
				(below.number().signum() != 0) ? above.number().dividedBy(below.number()) : null);
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.single(this.of, path + ".of");
		check.single(this.heads, path + ".heads");
		if (this.heads != null && check.interval(this.heads).mayBeZero()) {
			check.fault(path + ".heads", "zero");
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return Interval.UNKNOWN;
	}

	@Override
	public List<Formula> parts() {
		return PartList.of(this.of, this.heads);
	}

}
