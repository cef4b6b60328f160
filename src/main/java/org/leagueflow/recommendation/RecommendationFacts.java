package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.FactSource;
import org.leagueflow.requirement.FactValue;
import org.springframework.stereotype.Component;

/**
 * Facts that only a recommendation looks at: how long ago somebody applied, was listed or
 * was disciplined, which guidance records count, and whether the branch votes on the
 * person at all.
 */
@Component
class RecommendationFacts implements FactSource {

	/** Months since the first application to join the Party. */
	static final String APPLICATION = "recommendation.application";

	/** Months since the Party listed the person as an activist. */
	static final String ACTIVIST = "recommendation.activist";

	/** Months since the last disciplinary measure; not asked of whoever had none. */
	static final String SANCTION = "recommendation.sanction";

	/** Guidance records that count for this recommendation. */
	static final String GUIDANCE = "recommendation.guidance";

	/** Whether any volunteer service is on record, however short. */
	static final String VOLUNTEER = "recommendation.volunteer";

	/** Whether the person is no member of the Party. */
	static final String OUTSIDE_PARTY = "recommendation.outsideParty";

	/** Whether the branch votes: below 28, or with a post of the League. */
	static final String VOTED_ON = "recommendation.votedOn";

	private final Ledger ledger;

	private final People people;

	private final Recommendations recommendations;

	private final RecommendationWay way;

	private final Policies policies;

	RecommendationFacts(Ledger ledger, People people, Recommendations recommendations, RecommendationWay way,
			Policies policies) {
		this.ledger = ledger;
		this.people = people;
		this.recommendations = recommendations;
		this.way = way;
		this.policies = policies;
	}

	@Override
	public Set<String> facts() {
		return Set.of(APPLICATION, ACTIVIST, SANCTION, GUIDANCE, VOLUNTEER, OUTSIDE_PARTY, VOTED_ON);
	}

	@Override
	public Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked,
			LocalDate day) {
		Set<Long> persons = asked.stream().map(Asked::personId).collect(Collectors.toSet());
		Map<Condition, Map<Long, FactValue>> values = new HashMap<>();
		for (Condition condition : conditions) {
			values.put(condition, switch (condition.fact()) {
				case APPLICATION -> since(first(days(persons, EntryKind.PARTY_APPLICATION, day)), day);
				case ACTIVIST -> since(last(days(persons, EntryKind.PARTY_ACTIVIST, day)), day);
				case SANCTION -> sanctions(persons, day);
				case GUIDANCE -> guidance(asked, persons, day);
				case VOLUNTEER -> onRecord(persons, EntryKind.VOLUNTEER_HOURS, day);
				case OUTSIDE_PARTY -> persons(persons, (person) -> FactValue.flag(!person.partyMember()));
				default -> votedOn(persons, day);
			});
		}
		return values;
	}

	private Map<Long, List<LocalDate>> days(Collection<Long> persons, EntryKind kind, LocalDate until) {
		return this.ledger.days(persons, kind, until);
	}

	private Map<Long, FactValue> onRecord(Collection<Long> persons, EntryKind kind, LocalDate day) {
		Set<Long> some = days(persons, kind, day).keySet();
		return persons.stream()
			.collect(Collectors.toMap((person) -> person, (person) -> FactValue.flag(some.contains(person))));
	}

	private static Map<Long, LocalDate> first(Map<Long, List<LocalDate>> days) {
		return days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue().get(0)));
	}

	private static Map<Long, LocalDate> last(Map<Long, List<LocalDate>> days) {
		return days.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue().get(one.getValue().size() - 1)));
	}

	private static Map<Long, FactValue> since(Map<Long, LocalDate> days, LocalDate day) {
		return days.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> FactValue.months(one.getValue(), day)));
	}

	private Map<Long, FactValue> sanctions(Collection<Long> persons, LocalDate day) {
		Map<Long, FactValue> values = new HashMap<>();
		persons.forEach((person) -> values.put(person, FactValue.NOT_ASKED));
		values.putAll(since(last(days(persons, EntryKind.SANCTION, day)), day));
		return values;
	}

	/**
	 * Each day with a record counts once. Where the unit says that nothing counts twice,
	 * only what was recorded after the last vote on the person does.
	 */
	private Map<Long, FactValue> guidance(Collection<Asked> asked, Set<Long> persons, LocalDate day) {
		Map<Long, List<LocalDate>> days = days(persons, EntryKind.GUIDANCE, day);
		PolicyTable policy = this.policies.sheet(List.of(RecommendationRules.GUIDANCE_AGAIN));
		Map<Long, LocalDate> voted = new HashMap<>();
		this.recommendations.about(persons)
			.stream()
			.filter((one) -> one.votedOn() != null && one.standing() != Standing.UNDER_WAY)
			.forEach((one) -> voted.merge(one.personId(), one.votedOn(), (a, b) -> a.isAfter(b) ? a : b));
		Map<Long, FactValue> values = new HashMap<>();
		for (Asked one : asked) {
			boolean again = policy.of(RecommendationRules.GUIDANCE_AGAIN, one.unitPath()).flag();
			LocalDate after = again ? null : voted.get(one.personId());
			values.put(one.personId(),
					FactValue.of(days.getOrDefault(one.personId(), List.of())
						.stream()
						.filter((on) -> after == null || on.isAfter(after))
						.count()));
		}
		return values;
	}

	private Map<Long, FactValue> persons(Collection<Long> persons,
			java.util.function.Function<PersonCard, FactValue> fact) {
		return this.people.persons(persons).stream().collect(Collectors.toMap(PersonCard::id, fact));
	}

	private Map<Long, FactValue> votedOn(Collection<Long> persons, LocalDate day) {
		List<PersonCard> cards = this.people.persons(persons);
		Set<Long> inPosts = this.way.inPosts(cards, day);
		return cards.stream()
			.collect(Collectors.toMap(PersonCard::id,
					(person) -> FactValue.flag(this.way.young(person, day) || inPosts.contains(person.id()))));
	}

}
