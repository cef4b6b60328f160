package org.leagueflow.admission;

import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for authority that began or ended by the calendar, without anybody doing anything
 * that could be listened to.
 */
@Component
class AuthoritySweep {

	private static final Logger LOG = LoggerFactory.getLogger(AuthoritySweep.class);

	private final ApproverService approvers;

	AuthoritySweep(ApproverService approvers) {
		this.approvers = approvers;
	}

	@Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT15M")
	void sweep() {
		this.approvers.undecided().forEach(this::follow);
	}

	private void follow(CaseId caseId) {
		try {
			this.approvers.follow(caseId);
		}
		catch (Refusal | ConcurrencyFailureException ex) {
			LOG.info("Case {} follows authority in the next round: {}", caseId, ex.getMessage());
		}
	}

}
