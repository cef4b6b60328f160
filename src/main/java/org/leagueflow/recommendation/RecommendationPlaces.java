package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.leagueflow.quota.Places;
import org.leagueflow.quota.Places.Account;
import org.leagueflow.voting.Cap;
import org.springframework.stereotype.Component;

/**
 * How many a branch may recommend: a share of its members, counted for each line over the
 * policy's period of calendar months.
 */
@Component
class RecommendationPlaces {

	private final Places places;

	private final People people;

	private final Policies policies;

	RecommendationPlaces(Places places, People people, Policies policies) {
		this.places = places;
		this.people = people;
		this.policies = policies;
	}

	/** How it stands with the places of a branch on that day. */
	PlaceStanding of(Line line, UnitCard branch, LocalDate day) {
		int members = this.people.memberCount(branch.id(), day);
		return new PlaceStanding(members, this.policies.number(RecommendationRules.RATIO_CAP, branch.path()),
				most(branch, members), taken(line, branch, day), from(branch, day),
				this.policies.rule(RecommendationRules.RATIO_CAP).source());
	}

	/**
	 * How it stands in the period of that day with the places of many branches, for both
	 * lines, by a number of statements that does not grow with the branches.
	 * @param policy read with all rules about the cap
	 * @param today the day on which members are counted
	 */
	Map<Line, Map<Long, PlaceStanding>> of(List<UnitCard> branches, PolicyTable policy, LocalDate day,
			LocalDate today) {
		Map<Long, Integer> members = this.people.memberCounts(branches.stream().map(UnitCard::id).toList(), today);
		Map<Integer, List<UnitCard>> byMonths = branches.stream()
			.collect(Collectors.groupingBy((branch) -> months(policy, branch)));
		String source = this.policies.rule(RecommendationRules.RATIO_CAP).source();
		Map<Line, Map<Long, PlaceStanding>> standings = new EnumMap<>(Line.class);
		for (Line line : Line.values()) {
			Map<Long, PlaceStanding> ofLine = new HashMap<>();
			byMonths.forEach((months, some) -> {
				YearMonth from = from(day, months);
				Map<Long, Integer> taken = this.places.taken(purpose(line), some.stream().map(UnitCard::id).toList(),
						from.atDay(1), from.plusMonths(months).atDay(1));
				some.forEach((branch) -> {
					int number = members.getOrDefault(branch.id(), 0);
					ofLine.put(branch.id(),
							new PlaceStanding(number, policy.of(RecommendationRules.RATIO_CAP, branch.path()).number(),
									cap(policy, branch).most(number), taken.getOrDefault(branch.id(), 0), from,
									source));
				});
			});
			standings.put(line, ofLine);
		}
		return standings;
	}

	private static int months(PolicyTable policy, UnitCard branch) {
		return Math.max(1, policy.of(RecommendationRules.CAP_MONTHS, branch.path()).number());
	}

	private static Cap cap(PolicyTable policy, UnitCard branch) {
		return cap(policy.of(RecommendationRules.RATIO_CAP, branch.path()).number(),
				policy.of(RecommendationRules.CAP_MIN_ONE, branch.path()).flag(),
				policy.of(RecommendationRules.CAP_HALF_UP, branch.path()).flag());
	}

	private static Cap cap(int percent, boolean minOne, boolean halfUp) {
		return new Cap(percent, 100, Cap.Of.MEMBERS, minOne, halfUp ? Cap.Rounding.HALF_UP : Cap.Rounding.DOWN);
	}

	private int taken(Line line, UnitCard branch, LocalDate day) {
		YearMonth from = from(branch, day);
		return this.places
			.taken(purpose(line), List.of(branch.id()), from.atDay(1), from.plusMonths(months(branch)).atDay(1))
			.get(branch.id());
	}

	/**
	 * Takes a place for the case; false when none is left. Places that were taken in the
	 * same months while the policy counted over another length of time count, too.
	 */
	boolean take(CaseId caseId, Line line, UnitCard branch, LocalDate day) {
		Account account = account(line, branch, day);
		YearMonth from = from(branch, day);
		int earlier = this.places.elsewhere(account, from.atDay(1), from.plusMonths(months(branch)).atDay(1));
		return this.places.take(caseId, account, most(branch, this.people.memberCount(branch.id(), day)) - earlier,
				day);
	}

	/** Gives the case's place back, when it has one. */
	void release(CaseId caseId, Line line) {
		this.places.release(caseId, purpose(line));
	}

	private int most(UnitCard branch, int members) {
		return cap(this.policies.number(RecommendationRules.RATIO_CAP, branch.path()),
				this.policies.flag(RecommendationRules.CAP_MIN_ONE, branch.path()),
				this.policies.flag(RecommendationRules.CAP_HALF_UP, branch.path()))
			.most(members);
	}

	private Account account(Line line, UnitCard branch, LocalDate day) {
		return new Account(purpose(line), branch.id(), from(branch, day) + "/" + months(branch));
	}

	private static String purpose(Line line) {
		return "recommendation-" + line.code();
	}

	/** The first month of the period that the day lies in. */
	private YearMonth from(UnitCard branch, LocalDate day) {
		return from(day, months(branch));
	}

	/** The first month of the period of so many months that the day lies in. */
	static YearMonth from(LocalDate day, int months) {
		long month = day.getYear() * 12L + day.getMonthValue() - 1;
		long first = month - month % months;
		return YearMonth.of((int) (first / 12), (int) (first % 12) + 1);
	}

	private int months(UnitCard branch) {
		return Math.max(1, this.policies.number(RecommendationRules.CAP_MONTHS, branch.path()));
	}

}
