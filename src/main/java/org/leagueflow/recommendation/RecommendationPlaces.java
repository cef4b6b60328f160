package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.time.YearMonth;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;
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
				most(branch, members), this.places.taken(account(line, branch, day)), from(branch, day),
				this.policies.rule(RecommendationRules.RATIO_CAP).source());
	}

	/** Takes a place for the case; false when none is left. */
	boolean take(CaseId caseId, Line line, UnitCard branch, LocalDate day) {
		return this.places.take(caseId, account(line, branch, day),
				most(branch, this.people.memberCount(branch.id(), day)));
	}

	/** Gives the case's place back, when it has one. */
	void release(CaseId caseId, Line line) {
		this.places.release(caseId, purpose(line));
	}

	private int most(UnitCard branch, int members) {
		boolean halfUp = this.policies.flag(RecommendationRules.CAP_HALF_UP, branch.path());
		return new Cap(this.policies.number(RecommendationRules.RATIO_CAP, branch.path()), 100, Cap.Of.MEMBERS,
				this.policies.flag(RecommendationRules.CAP_MIN_ONE, branch.path()),
				halfUp ? Cap.Rounding.HALF_UP : Cap.Rounding.DOWN)
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
		int months = months(branch);
		long month = day.getYear() * 12L + day.getMonthValue() - 1;
		long first = month - month % months;
		return YearMonth.of((int) (first / 12), (int) (first % 12) + 1);
	}

	private int months(UnitCard branch) {
		return Math.max(1, this.policies.number(RecommendationRules.CAP_MONTHS, branch.path()));
	}

}
