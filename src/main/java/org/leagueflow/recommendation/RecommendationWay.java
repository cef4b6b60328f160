package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Whether the branch votes on somebody, or the League's opinion is heard: judged on the
 * day of the branch general meeting, which is the act of recommending.
 */
@Component
class RecommendationWay {

	private final People people;

	private final Policies policies;

	RecommendationWay(People people, Policies policies) {
		this.people = people;
		this.policies = policies;
	}

	/** Below 28, or a cadre of the League in a post (中青发〔2019〕9号). */
	boolean votedOn(PersonCard person, LocalDate day) {
		return young(person, day) || inPosts(Set.of(person), day).contains(person.id());
	}

	/** Below 28 on that day; on the birthday itself no more. */
	boolean young(PersonCard person, LocalDate day) {
		return person.birthDate() != null && day.isBefore(turns28(person));
	}

	/** The birthday on which the branch no longer votes. */
	LocalDate turns28(PersonCard person) {
		return person.birthDate()
			.plusYears(Integer.parseInt(this.policies.rule(RecommendationRules.AGE_BELOW).value()));
	}

	/**
	 * Those of the persons who are over the age and still have a vote, which only a post
	 * gives them; one statement for each branch that has somebody over it.
	 */
	Set<Long> inPosts(Collection<PersonCard> persons, LocalDate day) {
		Set<Long> grown = persons.stream()
			.filter((person) -> person.birthDate() != null && !young(person, day))
			.map(PersonCard::id)
			.collect(Collectors.toSet());
		return persons.stream()
			.filter((person) -> grown.contains(person.id()))
			.map(PersonCard::unitId)
			.distinct()
			.flatMap((unit) -> this.people.electors(unit, day).stream())
			.filter((one) -> grown.contains(one.personId()) && one.votes())
			.map(Elector::personId)
			.collect(Collectors.toSet());
	}

}
