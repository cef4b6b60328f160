package org.leagueflow.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Adds up the changes of open counts every few seconds, on whichever node is first. */
@Component
class OpenItemCountJob {

	private static final Logger LOG = LoggerFactory.getLogger(OpenItemCountJob.class);

	private final OpenItemCountService counts;

	OpenItemCountJob(OpenItemCountService counts) {
		this.counts = counts;
	}

	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
	void addUp() {
		try {
			while (this.counts.addUp()) {
				LOG.debug("Added up {} changes of open counts", OpenItemCountService.BATCH);
			}
		}
		catch (ConcurrencyFailureException | DuplicateKeyException ex) {
			LOG.info("Another node adds up open counts; trying again soon ({})", ex.getMessage());
		}
	}

}
