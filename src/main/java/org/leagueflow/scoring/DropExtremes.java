package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * Several values without the highest and the lowest (去掉最高分、最低分).
 *
 * @param highest how many of the highest are left out
 * @param lowest how many of the lowest are left out
 * @param least how many have to be left
 */
public record DropExtremes(Formula of, int highest, int lowest, int least) implements Formula {

	/** More than a panel has members. */
	private static final int MAX_DROPPED = 20;

	@Override
	public Series evaluate(Evaluation evaluation) {
		Series series = this.of.evaluate(evaluation);
		if (!series.known()) {
			return series;
		}
		int needed = this.highest + this.lowest + this.least;
		if (series.values().size() < needed) {
			return Series.none(Message.of("scoring.problem.few", needed, series.values().size()), series.parts());
		}
		List<Value> sorted = series.values().stream().sorted(Comparator.comparing(Value::number)).toList();
		List<Value> kept = sorted.subList(this.lowest, sorted.size() - this.highest);
		List<Explanation> notes = new ArrayList<>();
		sorted.subList(sorted.size() - this.highest, sorted.size())
			.forEach((value) -> notes.add(note(value, "highest")));
		sorted.subList(0, this.lowest).forEach((value) -> notes.add(note(value, "lowest")));
		return series.only(kept, notes);
	}

	private static Explanation note(Value value, String which) {
		return Explanation.step(() -> Message.of("scoring.left." + which, value.number().text()),
				List.of(value.explanation()));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.several(this.of, path + ".of");
		// Each by itself first: the sum of two great numbers is below zero.
		if (this.highest < 0 || this.highest > MAX_DROPPED || this.lowest < 0 || this.lowest > MAX_DROPPED
				|| this.highest + this.lowest == 0 || this.highest + this.lowest > MAX_DROPPED || this.least < 1
				|| this.least > MAX_DROPPED) {
			check.fault(path, "drop", MAX_DROPPED);
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
