package org.leagueflow.recommendation;

import static org.leagueflow.requirement.Condition.atLeast;
import static org.leagueflow.requirement.Condition.below;
import static org.leagueflow.requirement.Condition.yes;

import java.util.ArrayList;
import java.util.List;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.RequirementSet;
import org.leagueflow.requirement.Window;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is asked of somebody who is recommended, on each line and in the order of the
 * page.
 */
@Configuration(proxyBeanMethods = false)
class RecommendationConditions {

	/** Applicant to Party activist. */
	@Bean
	RequirementSet partyActivistConditions() {
		return new RequirementSet("recommendation-party-activist", common());
	}

	/** Party activist to Party candidate. */
	@Bean
	RequirementSet partyCandidateConditions() {
		List<Condition> conditions = new ArrayList<>(common());
		conditions
			.add(atLeast("p2Activist", RecommendationFacts.ACTIVIST, RecommendationRules.ACTIVIST_MONTHS, Window.EVER));
		conditions.add(atLeast("p2Training", "ledger.PARTY_TRAINING", RecommendationRules.TRAINING_HOURS, Window.EVER));
		return new RequirementSet("recommendation-party-candidate", conditions);
	}

	/** Somebody of 28 and more, of whom the League's opinion is heard. */
	@Bean
	RequirementSet opinionConditions() {
		return RequirementSet.of("recommendation-opinion",
				atLeast("p2Grown", "person.age", RecommendationRules.AGE_BELOW, Window.EVER),
				below("p2Heard", "person.age", RecommendationRules.HEARD_BELOW),
				yes("p2OnRoll", "person.onRoll", RecommendationRules.APPLICANT, Window.EVER),
				yes("p2NotInParty", RecommendationFacts.OUTSIDE_PARTY, RecommendationRules.APPLICANT, Window.EVER),
				yes("p2Applied", "ledger.PARTY_APPLICATION", RecommendationRules.APPLICANT, Window.EVER));
	}

	private static List<Condition> common() {
		return List.of( //
				yes("p2Member", "person.member", RecommendationRules.MEMBER, Window.EVER),
				yes("p2OnRoll", "person.onRoll", RecommendationRules.MEMBER, Window.EVER),
				yes("p2Rights", "person.rights", RecommendationRules.MEMBER, Window.EVER),
				yes("p2NotInParty", RecommendationFacts.OUTSIDE_PARTY, RecommendationRules.APPLICANT, Window.EVER),
				atLeast("p2Age", "person.age", RecommendationRules.AGE_MIN, Window.EVER),
				yes("p2Young", RecommendationFacts.VOTED_ON, RecommendationRules.MEMBER, Window.EVER),
				atLeast("p2LeagueAge", "person.leagueAge", RecommendationRules.LEAGUE_AGE_YEARS, Window.EVER),
				yes("p2Applied", "ledger.PARTY_APPLICATION", RecommendationRules.APPLICANT, Window.EVER),
				atLeast("p2AppliedMonths", RecommendationFacts.APPLICATION, RecommendationRules.APPLICATION_MONTHS,
						Window.EVER),
				atLeast("p2Guidance", RecommendationFacts.GUIDANCE, RecommendationRules.GUIDANCE_RECORDS, Window.EVER),
				yes("p2Volunteer", RecommendationFacts.VOLUNTEER, RecommendationRules.VOLUNTEER_REQUIRED, Window.EVER),
				atLeast("p2VolunteerHours", "ledger.VOLUNTEER_HOURS", RecommendationRules.VOLUNTEER_MIN_HOURS,
						Window.YEAR),
				atLeast("p2Study", "ledger.STUDY_HOURS", RecommendationRules.STUDY_HOURS, Window.EVER),
				atLeast("p2Appraisal", "ledger.APPRAISAL", RecommendationRules.APPRAISAL_LEAST, Window.YEAR),
				yes("p2Registered", "ledger.REGISTRATION", RecommendationRules.REGISTERED, Window.YEAR),
				atLeast("p2Discipline", RecommendationFacts.SANCTION, RecommendationRules.DISCIPLINE_MONTHS,
						Window.EVER));
	}

}
