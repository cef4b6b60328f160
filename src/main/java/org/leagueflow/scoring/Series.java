package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leagueflow.kernel.Message;

/**
 * What a part of a formula yields: one value, or several that another part takes
 * together.
 *
 * @param notes what was left out on the way, for the explanation
 */
record Series(List<Value> values, List<Explanation> notes) {

	/** No entries. */
	static final Series NOTHING = new Series(List.of(), List.of());

	static Series of(Value value) {
		return new Series(List.of(value), List.of());
	}

	/** The values of several parts, each of which yields one. */
	static Series ofParts(List<Value> values) {
		return new Series(values, List.of());
	}

	static Series joined(List<Series> all) {
		return new Series(all.stream().flatMap((one) -> one.values.stream()).toList(),
				all.stream().flatMap((one) -> one.notes.stream()).toList());
	}

	static Series none(Message problem, List<Explanation> parts) {
		return of(Value.none(Explanation.problem(problem, parts)));
	}

	/** The explanations of all values, then of what was left out. */
	List<Explanation> parts() {
		return Stream.concat(this.values.stream().map(Series::shown), this.notes.stream()).toList();
	}

	private static Explanation shown(Value value) {
		Explanation gap = value.gap();
		return (gap != null) ? gap : value.explanation();
	}

	boolean known() {
		return this.values.stream().allMatch(Value::known);
	}

	boolean empty() {
		return this.values.isEmpty();
	}

	/** The one value; several are none, because nobody said which. */
	Value single() {
		if (this.values.size() == 1) {
			return this.values.get(0);
		}
		return Value.none(Explanation.problem(Message.of("scoring.problem.several", this.values.size()), parts()));
	}

	/** Each value turned into another. */
	Series each(Function<Value, Value> change) {
		return new Series(this.values.stream().map(change).toList(), this.notes);
	}

	/** These values only, and a note about the others. */
	Series only(List<Value> kept, List<Explanation> moreNotes) {
		List<Explanation> all = new ArrayList<>(this.notes);
		all.addAll(moreNotes);
		return new Series(kept, all);
	}

	/**
	 * One value from all of them; none while one of them is missing, or where there are
	 * none at all.
	 * @param name the step, {@code scoring.step.<name>} with the expression and its value
	 */
	Series together(String name, Function<List<Value>, Calculation> calculate) {
		if (empty()) {
			return none(Message.of("scoring.problem.empty"), parts());
		}
		if (!known()) {
			return none(Message.of("scoring.problem.part"), parts());
		}
		Calculation calculation = calculate.apply(this.values);
		if (calculation.result() == null) {
			return none(Message.of("scoring.problem.zero", calculation.expression().get()), parts());
		}
		return of(calculation.value(name, parts()));
	}

}
