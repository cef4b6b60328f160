package org.leagueflow.scoring;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The parts of formulas, as far as they are there. */
final class PartList {

	private PartList() {
	}

	static List<Formula> of(Formula... parts) {
		return Stream.of(parts).filter(Objects::nonNull).toList();
	}

	/** The components that a formula names, at any depth. */
	static List<String> components(Formula formula) {
		return Stream
			.concat((formula instanceof Component component) ? Stream.of(component.key()) : Stream.empty(),
					formula.parts().stream().flatMap((part) -> components(part).stream()))
			.distinct()
			.toList();
	}

	/** Between the least and the most of the numbers. */
	static Interval interval(Stream<Rational> numbers) {
		List<Rational> sorted = numbers.filter(Objects::nonNull).sorted().toList();
		return sorted.isEmpty() ? Interval.UNKNOWN : new Interval(sorted.get(0), sorted.get(sorted.size() - 1));
	}

}
