package org.leagueflow.scoring;

import java.util.Comparator;
import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * The highest of several values; as many as there are where there are fewer.
 *
 * @param count how many count at most
 */
public record BestOf(Formula of, int count) implements Formula {

	/** More than anybody enters. */
	private static final int MAX_COUNT = 100;

	@Override
	public Series evaluate(Evaluation evaluation) {
		Series series = this.of.evaluate(evaluation);
		if (!series.known() || series.values().size() <= this.count) {
			return series;
		}
		List<Value> sorted = series.values().stream().sorted(Comparator.comparing(Value::number).reversed()).toList();
		return series.only(sorted.subList(0, this.count),
				sorted.subList(this.count, sorted.size())
					.stream()
					.map((value) -> Explanation.step(() -> Message.of("scoring.left.notBest", value.number().text()),
							List.of(value.explanation())))
					.toList());
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.several(this.of, path + ".of");
		if (this.count < 1 || this.count > MAX_COUNT) {
			check.fault(path, "best", MAX_COUNT);
		}
	}

	@Override
	public boolean many(SchemeCheck check) {
		return true;
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
