package org.leagueflow.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.ledger.LedgerEntries.DaySum;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.FactSource;
import org.leagueflow.requirement.FactValue;
import org.springframework.stereotype.Component;

/**
 * How much of each kind the ledger holds for a person, counter-entries taken off:
 * {@code ledger.STUDY_HOURS}. Nothing booked is 0. Of grades the latest counts:
 * {@code ledger.APPRAISAL}; without one nothing is on record.
 */
@Component
class LedgerFacts implements FactSource {

	private static final Map<String, EntryKind> KINDS = Arrays.stream(EntryKind.values())
		.collect(Collectors.toMap((kind) -> "ledger." + kind, Function.identity()));

	private final LedgerEntries lines;

	LedgerFacts(LedgerEntries lines) {
		this.lines = lines;
	}

	@Override
	public Set<String> facts() {
		return KINDS.keySet();
	}

	@Override
	public Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked,
			LocalDate day) {
		Set<EntryKind> kinds = conditions.stream().map((one) -> KINDS.get(one.fact())).collect(Collectors.toSet());
		Map<Long, List<DaySum>> booked = this.lines
			.sums(asked.stream().map(Asked::personId).distinct().toList(), kinds, day)
			.stream()
			.collect(Collectors.groupingBy(DaySum::personId));
		Map<Condition, Map<Long, FactValue>> values = new HashMap<>();
		for (Condition condition : conditions) {
			Map<Long, FactValue> totals = new HashMap<>();
			asked.forEach((one) -> {
				List<DaySum> own = booked.getOrDefault(one.personId(), List.of())
					.stream()
					.filter((sum) -> sum.kind() == KINDS.get(condition.fact()))
					.filter((sum) -> condition.window().covers(sum.onDate(), one, day))
					.toList();
				totals.put(one.personId(), value(KINDS.get(condition.fact()), own));
			});
			values.put(condition, totals);
		}
		return values;
	}

	private static FactValue value(EntryKind kind, List<DaySum> booked) {
		if (kind.graded()) {
			return booked.stream()
				.filter((sum) -> sum.amount() > 0)
				.max(Comparator.comparing(DaySum::onDate))
				.map((sum) -> FactValue.of(sum.amount(), (int) sum.amount(), sum.onDate().getYear()))
				.orElse(null);
		}
		long units = booked.stream().mapToLong(DaySum::amount).sum();
		return FactValue.of(BigDecimal.valueOf(units).divide(BigDecimal.valueOf(kind.scale())));
	}

}
