package org.leagueflow.admission;

import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for approval authorities that expired by the calendar, for which no event is
 * published.
 */
@Component
class AuthorityExpiryJob {

	private static final Logger LOG = LoggerFactory.getLogger(AuthorityExpiryJob.class);

	private final ApproverService approvers;

	AuthorityExpiryJob(ApproverService approvers) {
		this.approvers = approvers;
	}

	@Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT15M")
	void run() {
		this.approvers.undecided().forEach((caseId) -> attempt(caseId));
	}

	private void attempt(CaseId caseId) {
		try {
			this.approvers.follow(caseId);
		}
		catch (Refusal | ConcurrencyFailureException ex) {
			LOG.info("Case {} waits for the next round: {}", caseId, ex.getMessage());
		}
	}

}
