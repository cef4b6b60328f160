package org.leagueflow.audit;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes on with a verification that somebody asked for, also one that another node left.
 */
@Component
class VerificationJob {

	private static final Logger LOG = LoggerFactory.getLogger(VerificationJob.class);

	/** So many links are recomputed in one transaction, which takes about a second. */
	private static final int BATCH = 5000;

	private final VerificationService verifications;

	private final TaskScheduler scheduler;

	VerificationJob(VerificationService verifications, TaskScheduler scheduler) {
		this.verifications = verifications;
		this.scheduler = scheduler;
	}

	void soon() {
		this.scheduler.schedule(this::run, Instant.now());
	}

	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void run() {
		try {
			while (this.verifications.goOn(BATCH)) {
				LOG.debug("Verified another {} entries", BATCH);
			}
		}
		catch (TransientDataAccessException ex) {
			LOG.info("The verification of the record goes on soon ({})", ex.getMessage());
		}
	}

}
