package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts by when the Party is to answer, and when recommendations are about to lapse. */
@Service
@Transactional(readOnly = true)
class RecommendationTermService {

	/** The most days before a lapse on which a unit may have its people reminded. */
	private static final int MAX_REMINDER_DAYS = 60;

	private final Recommendations recommendations;

	private final People people;

	private final Policies policies;

	RecommendationTermService(Recommendations recommendations, People people, Policies policies) {
		this.recommendations = recommendations;
		this.people = people;
		this.policies = policies;
	}

	LocalDate feedbackDue(CaseId caseId) {
		Recommendation one = this.recommendations.of(caseId);
		return one.feedbackDue(number(one, RecommendationRules.FEEDBACK_DUE_MONTHS));
	}

	/** Those whom the Party owes an answer, by the last day for it. */
	Map<CaseId, LocalDate> unanswered() {
		Collection<Recommendation> waiting = this.recommendations.unanswered();
		PolicyTable table = this.policies.sheet(List.of(RecommendationRules.FEEDBACK_DUE_MONTHS));
		Map<Long, String> paths = new HashMap<>();
		this.people.units().forEach((unit) -> paths.put(unit.id(), unit.path()));
		Map<CaseId, LocalDate> days = new HashMap<>();
		waiting.forEach((one) -> days.put(one.caseId(),
				one.feedbackDue(table.of(RecommendationRules.FEEDBACK_DUE_MONTHS, path(paths, one)).number())));
		return days;
	}

	/** A branch may have been closed while its recommendation ran. */
	private String path(Map<Long, String> open, Recommendation one) {
		return open.computeIfAbsent(one.branchId(), (branch) -> this.people.unit(branch).path());
	}

	/** Those cleared whose last valid day is near. */
	Map<CaseId, LocalDate> lapsing(LocalDate today) {
		return this.recommendations.lapsing(today, today.plusDays(MAX_REMINDER_DAYS))
			.stream()
			.collect(Collectors.toMap(Recommendation::caseId, Recommendation::validUntil));
	}

	int lapseReminderDays(CaseId caseId) {
		return number(this.recommendations.of(caseId), RecommendationRules.VALIDITY_REMIND_DAYS);
	}

	private int number(Recommendation one, String rule) {
		return this.policies.number(rule, this.people.unit(one.branchId()).path());
	}

}
