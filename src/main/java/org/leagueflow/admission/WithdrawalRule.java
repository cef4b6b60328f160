package org.leagueflow.admission;

import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.EndingRule;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Component;

/**
 * The applicant may withdraw until approved; a member leaves the League in another way
 * (团章§8).
 */
@Component
class WithdrawalRule implements EndingRule {

	private final Admissions admissions;

	WithdrawalRule(Admissions admissions) {
		this.admissions = admissions;
	}

	@Override
	public String process() {
		return "admission";
	}

	@Override
	public Optional<Message> whyNotWithdraw(CaseCard card) {
		return this.admissions.findByCaseId(card.id().value())
			.filter((admission) -> admission.approvedOn() != null)
			.map((admission) -> Message.of("refusal.admission.withdrawTooLate"));
	}

}
