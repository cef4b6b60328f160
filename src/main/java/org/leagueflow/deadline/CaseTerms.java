package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts by when cases have to be done, by the rules of their units. */
@Component
public class CaseTerms {

	private static final Logger LOG = LoggerFactory.getLogger(CaseTerms.class);

	private final People people;

	private final Policies policies;

	CaseTerms(People people, Policies policies) {
		this.people = people;
		this.policies = policies;
	}

	/** The value of a rule where a case of the unit is, or was: it may be closed. */
	public int number(String rule, long unitId) {
		return this.policies.number(rule, this.people.unit(unitId).path());
	}

	/**
	 * The last days of many cases, in a number of statements that does not depend on how
	 * many they are. A case whose day cannot be counted is logged and left out, so that
	 * it keeps no other from being reminded.
	 * @param rules the policies that the days depend on
	 * @param lastDay the last day of a case, given the value of a policy where it is
	 */
	public <T> Map<CaseId, LocalDate> lastDays(Collection<T> cases, Function<T, CaseId> id, ToLongFunction<T> unit,
			Collection<String> rules, BiFunction<T, ToIntFunction<String>, LocalDate> lastDay) {
		PolicyTable table = this.policies.sheet(rules);
		Map<Long, String> paths = new HashMap<>();
		this.people.units().forEach((one) -> paths.put(one.id(), one.path()));
		Map<CaseId, LocalDate> days = new HashMap<>();
		for (T one : cases) {
			try {
				String path = paths.computeIfAbsent(unit.applyAsLong(one), (closed) -> this.people.unit(closed).path());
				days.put(id.apply(one), lastDay.apply(one, (rule) -> table.of(rule, path).number()));
			}
			catch (RuntimeException ex) {
				LOG.error("The last day of case {} cannot be counted", id.apply(one), ex);
			}
		}
		return days;
	}

}
