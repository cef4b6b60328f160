package org.leagueflow.scoring;

import java.util.List;

/** What was entered for a component of the scheme. */
public record Component(String key) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		return evaluation.entries(this.key);
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.component(this.key, path);
	}

	@Override
	public boolean many(SchemeCheck check) {
		return check.known(this.key) != null && check.known(this.key).many();
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return (check.known(this.key) != null) ? new Interval(check.known(this.key).min(), check.known(this.key).max())
				: Interval.UNKNOWN;
	}

	@Override
	public List<Formula> parts() {
		return List.of();
	}

}
