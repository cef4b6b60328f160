package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;

/**
 * Of a course that was taken more than once, the latest mark or the highest.
 */
public record Retake(Formula of, Which which) implements Formula {

	@Override
	public Series evaluate(Evaluation evaluation) {
		Series series = this.of.evaluate(evaluation);
		if (!series.known()) {
			return series;
		}
		Map<String, List<Value>> byItem = new LinkedHashMap<>();
		for (Value value : series.values()) {
			if (value.item() == null || this.which == Which.LATEST && value.term() == null) {
				return Series.none(Message.of("scoring.problem.course"), series.parts());
			}
			byItem.computeIfAbsent(value.item(), (item) -> new ArrayList<>()).add(value);
		}
		List<Value> kept = new ArrayList<>();
		List<Explanation> notes = new ArrayList<>();
		for (List<Value> attempts : byItem.values()) {
			Value counts = attempts.stream().max(this.which.order).orElseThrow();
			if (attempts.stream().anyMatch((other) -> this.which.contradicts(other, counts))) {
				return Series.none(Message.of("scoring.problem.ambiguous", counts.item(), counts.term()),
						series.parts());
			}
			kept.add(counts);
			attempts.stream().filter((other) -> other != counts).forEach((other) -> notes.add(note(other)));
		}
		return series.only(kept, notes);
	}

	private static Explanation note(Value value) {
		return Explanation.step(() -> Message.of("scoring.left.retaken", value.number().text()),
				List.of(value.explanation()));
	}

	@Override
	public void check(SchemeCheck check, String path) {
		check.several(this.of, path + ".of");
		if (this.which == null) {
			check.fault(path, "which");
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

	/** Which attempt counts. */
	public enum Which {

		/** 最新: of the last term. */
		LATEST(Comparator.comparing(Value::term)),
		/** 最高. */
		HIGHEST(Comparator.comparing(Value::number));

		private final Comparator<Value> order;

		Which(Comparator<Value> order) {
			this.order = order;
		}

		/** Whether both are the latest and their marks differ. */
		private boolean contradicts(Value one, Value other) {
			return this.order.compare(one, other) == 0 && !one.number().equals(other.number());
		}

	}

}
