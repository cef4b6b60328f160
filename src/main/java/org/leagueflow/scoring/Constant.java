package org.leagueflow.scoring;

import java.util.List;
import org.leagueflow.kernel.Message;

/** A fixed number, such as the 80 points that everybody starts with. */
public record Constant(Rational value) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		return Series.of(Value.of(this.value,
				Explanation.step(() -> Message.of("scoring.constant", this.value.text()), List.of())));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		if (this.value == null) {
			check.fault(path, "number");
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return false;
	}

	@Override
	public Interval interval(SchemeCheck check) {
		return (this.value != null) ? Interval.of(this.value) : Interval.UNKNOWN;
	}

	@Override
	public List<Formula> parts() {
		return List.of();
	}

}
