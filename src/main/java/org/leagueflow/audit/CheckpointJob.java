package org.leagueflow.audit;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Signs the record about once a minute while it grows. */
@Component
class CheckpointJob {

	private static final Logger LOG = LoggerFactory.getLogger(CheckpointJob.class);

	private final CheckpointService checkpoints;

	private volatile boolean refused;

	CheckpointJob(CheckpointService checkpoints) {
		this.checkpoints = checkpoints;
	}

	@Scheduled(initialDelayString = "${leagueflow.audit.checkpoint-delay:PT1M}",
			fixedDelayString = "${leagueflow.audit.checkpoint-delay:PT1M}")
	void run() {
		try {
			long begun = System.nanoTime();
			while (this.checkpoints.grow()) {
				LOG.debug("The tree of the record has grown for {}", Duration.ofNanos(System.nanoTime() - begun));
			}
			this.checkpoints.sign(Instant.now());
			this.refused = false;
		}
		catch (CheckpointService.Rewritten | MerkleTree.Incomplete ex) {
			if (!this.refused) {
				LOG.error("The record is not signed anew: {}. Verify it on the auditor's page", ex.getMessage());
			}
			this.refused = true;
		}
		catch (DuplicateKeyException | TransientDataAccessException ex) {
			LOG.debug("Another node signs the record; trying again soon", ex);
		}
	}

	/** Whether the record does not hold what the last checkpoint says. */
	boolean refused() {
		return this.refused;
	}

}
