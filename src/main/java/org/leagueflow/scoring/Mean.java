package org.leagueflow.scoring;

import java.util.List;

/** The mean of several values, such as the points of a panel. */
public record Mean(Formula of) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		return this.of.evaluate(evaluation).together("mean", Calculation::mean);
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
