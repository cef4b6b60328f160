package org.leagueflow.requirement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How long the period lasts that the asking process began for the person. */
@Component
class PeriodFacts implements FactSource {

	@Override
	public Set<String> facts() {
		return Set.of("since.months");
	}

	@Override
	public Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked,
			LocalDate day) {
		Map<Long, FactValue> months = new HashMap<>();
		asked.stream()
			.filter((one) -> one.since() != null)
			.forEach((one) -> months.put(one.personId(), FactValue.months(one.since(), day)));
		Map<Condition, Map<Long, FactValue>> values = new HashMap<>();
		conditions.forEach((condition) -> values.put(condition, months));
		return values;
	}

}
