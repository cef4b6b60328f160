package org.leagueflow.recommendation;

import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.EndingRule;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Component;

/** After the hand-over the papers are the Party's, where the person withdraws. */
@Component
class HandedOverRule implements EndingRule {

	private final Recommendations recommendations;

	HandedOverRule(Recommendations recommendations) {
		this.recommendations = recommendations;
	}

	@Override
	public String process() {
		return "recommendation";
	}

	@Override
	public Optional<Message> whyNotWithdraw(CaseCard card) {
		return this.recommendations.findByCaseId(card.id().value())
			.filter((one) -> one.handedOverOn() != null)
			.map((one) -> Message.of("refusal.recommendation.withdrawTooLate", one.handedTo()));
	}

}
