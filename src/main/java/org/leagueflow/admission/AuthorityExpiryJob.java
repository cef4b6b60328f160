package org.leagueflow.admission;

import java.util.function.Consumer;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for approval authorities and extensions that expired by the calendar, for which
 * no event is published.
 */
@Component
class AuthorityExpiryJob {

	private static final Logger LOG = LoggerFactory.getLogger(AuthorityExpiryJob.class);

	private final ApproverService approvers;

	private final VerdictService verdicts;

	AuthorityExpiryJob(ApproverService approvers, VerdictService verdicts) {
		this.approvers = approvers;
		this.verdicts = verdicts;
	}

	@Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT15M")
	void run() {
		this.approvers.undecided().forEach((caseId) -> attempt(caseId, this.approvers::follow));
		this.verdicts.extensionsOver().forEach((caseId) -> attempt(caseId, this.verdicts::extensionOver));
	}

	private static void attempt(CaseId caseId, Consumer<CaseId> step) {
		try {
			step.accept(caseId);
		}
		catch (Refusal | ConcurrencyFailureException ex) {
			LOG.info("Case {} waits for the next round: {}", caseId, ex.getMessage());
		}
	}

}
