package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.StepDueRule;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * The observation is concluded within the policy's days after its months are over (细则§11,
 * §15), and not within days after it began.
 */
@Component
class AdmissionDueDates implements StepDueRule {

	private final AdmissionTermService terms;

	private final Policies policies;

	AdmissionDueDates(AdmissionTermService terms, Policies policies) {
		this.terms = terms;
		this.policies = policies;
	}

	@Override
	public String process() {
		return "admission";
	}

	@Override
	public Optional<LocalDate> lastDay(Task task, CaseCard about) {
		return "cultivate".equals(task.box()) ? Optional.of(this.terms.of(AdmissionTerm.OBSERVATION, task.caseId())
			.plusDays(this.policies.number(StepDueRule.DUE_DAYS, about.unitPath()))) : Optional.empty();
	}

}
