package org.leagueflow.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.FactSource;
import org.leagueflow.requirement.FactValue;
import org.springframework.stereotype.Component;

/**
 * What the registry's marks say about a person: {@code marks.failed} courses not passed
 * at the first sitting, {@code marks.open} courses not passed to this day,
 * {@code marks.mean} the mean of the first sittings weighted by credit,
 * {@code marks.lowest} the lowest of them. A course counts within a window when its term
 * ends there. Without any mark nothing is on record.
 */
@Component
class MarkFacts implements FactSource {

	private static final String FAILED = "marks.failed";

	private static final String OPEN = "marks.open";

	private static final String MEAN = "marks.mean";

	private static final String LOWEST = "marks.lowest";

	/** Digits of a mean; the condition compares it with a whole number. */
	private static final int SCALE = 4;

	private final MarkRepository marks;

	MarkFacts(MarkRepository marks) {
		this.marks = marks;
	}

	@Override
	public Set<String> facts() {
		return Set.of(FAILED, OPEN, MEAN, LOWEST);
	}

	@Override
	public Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked,
			LocalDate day) {
		Map<Long, List<MarkValue>> courses = this.marks.figures(null, MarkItemCard::course,
				asked.stream().map(Asked::personId).collect(Collectors.toSet()));
		Map<Condition, Map<Long, FactValue>> values = new HashMap<>();
		for (Condition condition : conditions) {
			Map<Long, FactValue> found = new HashMap<>();
			for (Asked one : asked) {
				List<MarkValue> own = courses.getOrDefault(one.personId(), List.of())
					.stream()
					.filter((mark) -> condition.window()
						.covers(new MarkPeriod(mark.period(), mark.term()).end(), one, day))
					.toList();
				FactValue value = own.isEmpty() ? null : value(condition.fact(), own);
				if (value != null) {
					found.put(one.personId(), value);
				}
			}
			values.put(condition, found);
		}
		return values;
	}

	private static FactValue value(String fact, List<MarkValue> marks) {
		List<MarkValue> first = marks.stream().filter((mark) -> mark.attempt() == MarkAttempt.FIRST).toList();
		return switch (fact) {
			case FAILED -> FactValue.of(first.stream().filter(MarkFacts::failed).count());
			case OPEN -> FactValue.of(open(marks));
			case MEAN -> mean(first);
			default -> first.stream()
				.map(MarkValue::value)
				.filter(Objects::nonNull)
				.min(BigDecimal::compareTo)
				.map(FactValue::of)
				.orElse(null);
		};
	}

	static boolean failed(MarkValue mark) {
		return Boolean.TRUE.equals(mark.failed());
	}

	private static long open(List<MarkValue> marks) {
		return marks.stream()
			.collect(Collectors.groupingBy(MarkValue::item))
			.values()
			.stream()
			.filter((course) -> course.stream().anyMatch(MarkFacts::failed)
					&& course.stream().noneMatch((mark) -> Boolean.FALSE.equals(mark.failed())))
			.count();
	}

	/** A course without credit counts as one. */
	private static FactValue mean(List<MarkValue> marks) {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal weights = BigDecimal.ZERO;
		for (MarkValue mark : marks) {
			if (mark.value() != null) {
				BigDecimal weight = (mark.credit() != null) ? mark.credit() : BigDecimal.ONE;
				sum = sum.add(mark.value().multiply(weight));
				weights = weights.add(weight);
			}
		}
		return (weights.signum() > 0) ? FactValue.of(sum.divide(weights, SCALE, RoundingMode.DOWN)) : null;
	}

}
