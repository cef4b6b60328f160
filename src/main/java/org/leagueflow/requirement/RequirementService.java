package org.leagueflow.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.leagueflow.kernel.Message;
import org.leagueflow.policy.EffectiveValue;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the facts that modules know with what the policy of each unit says. */
@Service
class RequirementService implements Requirements {

	private final Map<String, FactSource> sources = new HashMap<>();

	private final Policies policies;

	RequirementService(List<FactSource> sources, List<RequirementSet> sets, Policies policies) {
		this.policies = policies;
		sources.forEach((source) -> source.facts().forEach((fact) -> this.sources.put(fact, source)));
		sets.forEach(this::check);
	}

	/** A set that names a fact nobody knows stops the start. */
	private void check(RequirementSet set) {
		set.conditions().forEach((condition) -> source(condition, set));
	}

	private FactSource source(Condition condition, RequirementSet set) {
		FactSource source = this.sources.get(condition.fact());
		if (source == null) {
			throw new IllegalArgumentException(
					"Condition '" + condition.key() + "' of '" + set.name() + "' looks at the fact '" + condition.fact()
							+ "', which no FactSource knows: " + this.sources.keySet());
		}
		return source;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Requirement> of(RequirementSet set, Asked asked, LocalDate day) {
		return ofAll(set, List.of(asked), day).get(asked.personId());
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<Requirement>> ofAll(RequirementSet set, Collection<Asked> asked, LocalDate day) {
		Map<Long, List<Requirement>> all = new LinkedHashMap<>();
		if (asked.isEmpty()) {
			return all;
		}
		if (set.conditions().stream().anyMatch((condition) -> condition.window() == Window.SINCE)) {
			asked.forEach(RequirementService::requireSince);
		}
		PolicyTable policy = this.policies
			.sheet(set.conditions().stream().map(Condition::policy).filter(Objects::nonNull).distinct().toList());
		Map<Condition, Map<Long, FactValue>> facts = facts(set, asked, day);
		for (Asked one : asked) {
			List<Requirement> requirements = new ArrayList<>();
			for (Condition condition : set.conditions()) {
				FactValue have = facts.getOrDefault(condition, Map.of()).get(one.personId());
				if (condition.declared() != null) {
					declared(condition, have, requirements);
				}
				else {
					requirement(condition, policy.of(condition.policy(), one.unitPath()), have, requirements);
				}
			}
			all.put(one.personId(), requirements);
		}
		return all;
	}

	private static void requireSince(Asked asked) {
		if (asked.since() == null) {
			throw new IllegalArgumentException("No day to count from for person " + asked.personId());
		}
	}

	private Map<Condition, Map<Long, FactValue>> facts(RequirementSet set, Collection<Asked> asked, LocalDate day) {
		Map<FactSource, List<Condition>> bySource = new LinkedHashMap<>();
		set.conditions()
			.forEach((condition) -> bySource.computeIfAbsent(source(condition, set), (source) -> new ArrayList<>())
				.add(condition));
		Map<Condition, Map<Long, FactValue>> facts = new HashMap<>();
		bySource.forEach((source, conditions) -> facts.putAll(source.values(conditions, asked, day)));
		return facts;
	}

	private static void requirement(Condition condition, EffectiveValue policy, FactValue have,
			List<Requirement> requirements) {
		int need = (condition.comparison() == Comparison.YES) ? (policy.flag() ? 1 : 0) : policy.number();
		boolean off = need == 0
				&& (condition.comparison() == Comparison.YES || condition.comparison() == Comparison.AT_LEAST);
		if (!off && have != FactValue.NOT_ASKED) {
			requirements.add(compare(condition, need, have, policy.rule().source()));
		}
	}

	private static Requirement compare(Condition condition, int need, FactValue have, String source) {
		String words = "condition." + condition.key();
		LocalDate reached = (have != null) ? have.reaches(need) : null;
		Message needed = Message.of(words + ".need", need, (reached != null) ? reached.toString() : "");
		Message there = (have != null) ? Message.of(words + ".have", have.sentence(condition.comparison()).toArray())
				: Message.of("requirement.unknown");
		return new Requirement(condition.key(), needed, there,
				have != null && condition.comparison().met(have.amount(), BigDecimal.valueOf(need)), source);
	}

	private void declared(Condition condition, FactValue have, List<Requirement> requirements) {
		if (have == FactValue.NOT_ASKED) {
			return;
		}
		BigDecimal need = condition.declared().need();
		boolean flag = condition.comparison() == Comparison.YES;
		Message needed = Message.of("requirement.need." + condition.comparison() + "." + condition.window(),
				need.stripTrailingZeros().toPlainString());
		Message there = (have == null) ? Message.of("requirement.unknown")
				: this.sources.get(condition.fact()).explained().contains(condition.fact())
						? Message.of("requirement.have." + condition.fact(),
								have.sentence(condition.comparison()).toArray())
						: Message.of(flag ? "requirement.have.flag" : "requirement.have.amount",
								have.sentence(condition.comparison()).get(0));
		requirements.add(new Requirement(condition.key(), Message.of("requirement.fact." + condition.fact()), needed,
				there, have != null && condition.comparison().met(have.amount(), need), condition.declared().source(),
				Message.of("requirement.how.declared")));
	}

	@Override
	public Set<String> facts() {
		return new TreeSet<>(this.sources.keySet());
	}

}
