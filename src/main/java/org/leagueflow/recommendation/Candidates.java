package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.requirement.RequirementSet;
import org.leagueflow.requirement.Requirements;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Says who may be recommended, who not, and why. */
@Component
class Candidates {

	private final Requirements requirements;

	private final RequirementSet activist;

	private final RequirementSet candidate;

	private final RequirementSet opinion;

	private final Recommendations recommendations;

	private final RecommendationPlaces places;

	private final RecommendationWay way;

	private final People people;

	private final BusinessClock clock;

	Candidates(Requirements requirements, @Qualifier("partyActivistConditions") RequirementSet activist,
			@Qualifier("partyCandidateConditions") RequirementSet candidate,
			@Qualifier("opinionConditions") RequirementSet opinion, Recommendations recommendations,
			RecommendationPlaces places, RecommendationWay way, People people, BusinessClock clock) {
		this.requirements = requirements;
		this.activist = activist;
		this.candidate = candidate;
		this.opinion = opinion;
		this.recommendations = recommendations;
		this.places = places;
		this.way = way;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * The conditions of a running recommendation on that day. Whoever turned 28 meanwhile
	 * is no longer voted on: the way to the League's opinion is open, and what was done
	 * so far stays.
	 */
	List<Requirement> requirements(Recommendation one, LocalDate day) {
		boolean heard = one.heard() || !this.way.votedOn(this.people.person(one.personId()), day);
		RequirementSet set = heard ? this.opinion : of(one.line());
		return this.requirements.of(set, asked(one.personId(), this.people.unit(one.branchId())), day);
	}

	/** The conditions of a line for many persons of a branch, today. */
	Map<Long, List<Requirement>> requirements(Line line, UnitCard branch, Collection<Long> persons) {
		return this.requirements.ofAll(of(line), persons.stream().map((person) -> asked(person, branch)).toList(),
				this.clock.today());
	}

	private RequirementSet of(Line line) {
		return (line == Line.PARTY_ACTIVIST) ? this.activist : this.candidate;
	}

	private static Asked asked(long person, UnitCard branch) {
		return new Asked(person, branch.path(), null);
	}

	/** Why nothing can be begun for the person on this line today, or empty. */
	Optional<Message> whyNot(Line line, PersonCard person, UnitCard branch) {
		Optional<Message> running = running(line, List.of(person.id())).stream().findFirst().map(Hindrance::words);
		if (running.isPresent()) {
			return running;
		}
		boolean vote = this.way.votedOn(person, this.clock.today());
		if (vote) {
			PlaceStanding standing = this.places.of(line, branch, this.clock.today());
			if (standing.left() == 0) {
				return Optional.of(standing.full());
			}
		}
		return this.requirements.of(vote ? of(line) : this.opinion, asked(person.id(), branch), this.clock.today())
			.stream()
			.filter((one) -> !one.ok())
			.findFirst()
			.map(Requirement::whyNot);
	}

	/** What running or valid recommendations hinder another one; one statement. */
	List<Hindrance> running(Line line, Collection<Long> persons) {
		LocalDate today = this.clock.today();
		return this.recommendations.about(persons)
			.stream()
			.filter((one) -> one.isRunning() || one.line() == line && one.listedAndValid(today))
			.map((one) -> new Hindrance(one.personId(), one.caseId().value(),
					one.isRunning() ? Message.of("refusal.recommendation.running", name(one.personId()))
							: Message.of("refusal.recommendation.listedAlready", one.feedbackOn().toString())))
			.toList();
	}

	private String name(long person) {
		return this.people.person(person).name();
	}

	/** Why somebody cannot be recommended anew: a recommendation that runs or holds. */
	record Hindrance(long personId, long caseId, Message words) {
	}

}
