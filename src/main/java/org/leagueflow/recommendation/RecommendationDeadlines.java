package org.leagueflow.recommendation;

import java.util.List;
import org.leagueflow.deadline.CaseDeadlines;
import org.leagueflow.deadline.DeadlineKind;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.notification.Recipient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who is reminded of the Party's answer, and of the end of a recommendation's validity.
 */
@Configuration(proxyBeanMethods = false)
class RecommendationDeadlines {

	/** The Party is asked again so often while it does not answer. */
	private static final int ASKED_AGAIN_DAYS = 30;

	/**
	 * Overdue reminds and decides nothing: the liaison is asked, branch and committee
	 * know.
	 */
	@Bean
	DeadlineKind feedbackDeadline(CaseDeadlines deadlines, RecommendationTermService terms,
			Recommendations recommendations, PartyBranches parties) {
		return deadlines.named("recommendation-feedback", (today) -> terms.unanswered())
			.late("feedbackLate", 0, (caseId) -> committees(caseId, recommendations, parties))
			.late("feedbackAsked", ASKED_AGAIN_DAYS, (caseId) -> liaison(caseId, recommendations));
	}

	@Bean
	DeadlineKind lapseDeadline(CaseDeadlines deadlines, RecommendationTermService terms,
			Recommendations recommendations) {
		return deadlines.named("recommendation-lapse", terms::lapsing)
			.before(terms::lapseReminderDays, "lapsesSoon", Recipient.post(Roles.BRANCH_SECRETARY), Recipient.subject())
			.late("lapsed", 0, (caseId) -> lapsed(recommendations.of(caseId)));
	}

	/** Of a running one the diagram's timer says it. */
	private static List<Recipient> lapsed(Recommendation one) {
		return one.isRunning() ? List.of() : List.of(Recipient.post(Roles.BRANCH_SECRETARY), Recipient.subject());
	}

	private static List<Recipient> committees(CaseId caseId, Recommendations recommendations, PartyBranches parties) {
		return List.of(Recipient.post(Roles.BRANCH_SECRETARY),
				Recipient.post(Roles.LEAGUE_COMMITTEE, parties.committee(recommendations.of(caseId).branchId()).id()));
	}

	private static List<Recipient> liaison(CaseId caseId, Recommendations recommendations) {
		Recommendation one = recommendations.of(caseId);
		return (one.partyId() != null)
				? List.of(Recipient.post(Roles.PARTY_LIAISON, one.partyId(), "/recommendation/lists/" + one.listId()))
				: List.of();
	}

}
