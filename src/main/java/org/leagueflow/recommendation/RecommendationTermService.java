package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.deadline.CaseTerms;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts by when the Party is to answer, and when recommendations are about to lapse. */
@Service
@Transactional(readOnly = true)
class RecommendationTermService {

	/**
	 * So many days back it is said that a recommendation lapsed, should a job have
	 * rested.
	 */
	private static final int LAPSED_DAYS = 30;

	private final Recommendations recommendations;

	private final CaseTerms terms;

	private final Policies policies;

	RecommendationTermService(Recommendations recommendations, CaseTerms terms, Policies policies) {
		this.recommendations = recommendations;
		this.terms = terms;
		this.policies = policies;
	}

	LocalDate feedbackDue(CaseId caseId) {
		Recommendation one = this.recommendations.of(caseId);
		return one.feedbackDue(this.terms.number(RecommendationRules.FEEDBACK_DUE_MONTHS, one.branchId()));
	}

	/** Those whom the Party owes an answer, by the last day for it. */
	Map<CaseId, LocalDate> unanswered() {
		return this.terms.lastDays(this.recommendations.unanswered(), Recommendation::caseId, Recommendation::branchId,
				List.of(RecommendationRules.FEEDBACK_DUE_MONTHS),
				(one, number) -> one.feedbackDue(number.applyAsInt(RecommendationRules.FEEDBACK_DUE_MONTHS)));
	}

	/**
	 * Those whose last valid day is so near that some unit may remind of it, or was in
	 * the last days.
	 */
	Map<CaseId, LocalDate> lapsing(LocalDate today) {
		int most = this.policies.rule(RecommendationRules.VALIDITY_REMIND_DAYS).most();
		return this.recommendations.lapsing(today.minusDays(LAPSED_DAYS), today.plusDays(most))
			.stream()
			.collect(Collectors.toMap(Recommendation::caseId, Recommendation::validUntil));
	}

	int lapseReminderDays(CaseId caseId) {
		return this.terms.number(RecommendationRules.VALIDITY_REMIND_DAYS, this.recommendations.of(caseId).branchId());
	}

}
