package org.leagueflow.inbox;

import java.util.List;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Gives open items of versions before due dates were by policy their due date, once after
 * the start.
 */
@Component
class StepDueJob {

	private static final Logger LOG = LoggerFactory.getLogger(StepDueJob.class);

	private final StepDueService service;

	StepDueJob(StepDueService service) {
		this.service = service;
	}

	@EventListener(ApplicationReadyEvent.class)
	void dateUndated() {
		int dated = 0;
		for (List<InboxItem> next = this.service.undated(0); !next.isEmpty(); next = this.service
			.undated(next.get(next.size() - 1).id())) {
			dated += (int) next.stream().filter(this::date).count();
		}
		if (dated > 0) {
			LOG.info("{} open items of an earlier version got a due date", dated);
		}
	}

	private boolean date(InboxItem item) {
		try {
			this.service.date(item);
			return true;
		}
		catch (Refusal refusal) {
			LOG.warn("Item {} of case {} stays without a due date: {}", item.id(), item.caseNumber(), refusal.words());
			return false;
		}
		catch (ConcurrencyFailureException ex) {
			LOG.info("Item {} of case {} is dated or answered elsewhere: {}", item.id(), item.caseNumber(),
					ex.getMessage());
			return false;
		}
	}

}
