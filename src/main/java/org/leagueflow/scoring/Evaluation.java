package org.leagueflow.scoring;

import java.util.List;
import java.util.Objects;
import org.leagueflow.kernel.Message;

/**
 * One subject's entries, looked at by a scheme's components.
 *
 * @param term the only term that is looked at, or null for all
 */
record Evaluation(ScoringScheme scheme, Inputs inputs, String term) {

	Evaluation during(String oneTerm) {
		return new Evaluation(this.scheme, this.inputs, oneTerm);
	}

	/**
	 * What was entered for the component; of one that is entered once, that it is missing
	 * where nothing was.
	 */
	Series entries(String key) {
		ScoreComponent component = this.scheme.component(key);
		List<Input> entered = this.inputs.of(key)
			.stream()
			.filter((input) -> this.term == null || this.term.equals(input.term()))
			.toList();
		if (entered.isEmpty() && !component.many()) {
			return Series.none(Message.of("scoring.problem.missing", component.name()), List.of());
		}
		if (entered.isEmpty()) {
			return new Series(List.of(),
					List.of(Explanation.step(() -> Message.of("scoring.entry.none", component.name()), List.of())));
		}
		return new Series(entered.stream().map((input) -> value(component, input)).toList(), List.of());
	}

	private static Value value(ScoreComponent component, Input input) {
		Rational credit = (input.credit() != null) ? Rational.of(input.credit()) : null;
		Rational number = input.value();
		Explanation explanation = explanation(component, input, number);
		boolean usable = number != null && explanation.problem() == null;
		return new Value(usable ? number : null, (number == null) ? input.word() : null, credit, input.item(),
				input.term(), explanation);
	}

	private static Explanation explanation(ScoreComponent component, Input input, Rational number) {
		if (number == null && input.word() == null) {
			return Explanation.problem(Message.of("scoring.problem.missing", label(component, input)), List.of());
		}
		if (number != null && !component.holds(number)) {
			return Explanation.problem(
					Message.of("scoring.problem.range", label(component, input), number.text(), component.range()),
					List.of());
		}
		return Explanation.step(() -> said(component, input, number), List.of());
	}

	private static Message said(ScoreComponent component, Input input, Rational number) {
		String label = label(component, input);
		String shown = (number != null) ? number.text() : input.word();
		return (input.origin() != null) ? Message.of("scoring.entry.from", label, shown, input.origin())
				: Message.of("scoring.entry", label, shown);
	}

	private static String label(ScoreComponent component, Input input) {
		StringBuilder label = new StringBuilder(component.name());
		if (input.item() != null) {
			label.append(' ').append(input.item());
		}
		if (input.term() != null) {
			label.append(' ').append(input.term());
		}
		return label.toString();
	}

	/** The terms of the components' entries, in order. */
	List<String> terms(List<String> components) {
		return components.stream()
			.flatMap((key) -> this.inputs.of(key).stream())
			.map(Input::term)
			.filter(Objects::nonNull)
			.distinct()
			.sorted()
			.toList();
	}

}
