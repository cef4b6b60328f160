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
		return (this.admissions.of(card.id()).approvedOn() != null)
				? Optional.of(Message.of("refusal.admission.withdrawTooLate")) : Optional.empty();
	}

}
