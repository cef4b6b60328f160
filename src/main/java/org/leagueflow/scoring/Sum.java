package org.leagueflow.scoring;

import java.util.List;

/** The sum of several parts; a part that has several entries adds all of them. */
public record Sum(List<Formula> of) implements Formula {

	public Sum {
		of = (of != null) ? List.copyOf(of) : List.of();
	}

	@Override
	public Series evaluate(Evaluation evaluation) {
		return Series.joined(this.of.stream().map((part) -> part.evaluate(evaluation)).toList())
			.together("sum", Calculation::sum);
	}

	@Override
	public void check(SchemeCheck check, String path) {
		if (this.of.isEmpty()) {
			check.fault(path, "absent");
		}
		for (int i = 0; i < this.of.size(); i++) {
			check.either(this.of.get(i), path + ".of[" + i + "]");
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return this.of.stream()
			.map((part) -> check.many(part) ? Interval.UNKNOWN : check.interval(part))
			.reduce(Interval.of(Rational.ZERO), Interval::plus);
	}

	@Override
	public List<Formula> parts() {
		return this.of;
	}

}
