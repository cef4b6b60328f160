package org.leagueflow.admission;

import org.leagueflow.requirement.RequirementSet;
import org.leagueflow.requirement.Window;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.leagueflow.requirement.Condition.atLeast;
import static org.leagueflow.requirement.Condition.atMost;
import static org.leagueflow.requirement.Condition.yes;

/** The conditions of a candidate, in the order of the page. */
@Configuration(proxyBeanMethods = false)
class CandidateConditions {

	@Bean
	RequirementSet candidateSet() {
		return RequirementSet.of("admission-candidate",
				atLeast("period", "since.months", AdmissionRules.CULTIVATE_MIN_MONTHS, Window.SINCE),
				atLeast("talks", "ledger.TALK", AdmissionRules.MENTOR_TALKS, Window.SINCE),
				atLeast("study", "ledger.STUDY_HOURS", AdmissionRules.COURSE_MIN_HOURS, Window.EVER),
				yes("studyCheck", "ledger.STUDY_CHECK", AdmissionRules.COURSE_CHECK, Window.EVER),
				yes("volunteer", "ledger.VOLUNTEER_REGISTERED", AdmissionRules.VOLUNTEER_REGISTERED, Window.EVER),
				atLeast("volunteerHours", "ledger.VOLUNTEER_HOURS", AdmissionRules.VOLUNTEER_MIN_HOURS_YEAR,
						Window.YEAR),
				yes("ideology", "ledger.IDEOLOGY_EXAM", AdmissionRules.IDEOLOGY_EXAM, Window.EVER),
				atMost("youthRatioJunior", YouthRatioFacts.JUNIOR, AdmissionRules.YOUTH_RATIO_JUNIOR, Window.EVER),
				atMost("youthRatioSenior", YouthRatioFacts.SENIOR, AdmissionRules.YOUTH_RATIO_SENIOR, Window.EVER));
	}

}
