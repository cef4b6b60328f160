package org.leagueflow.forms;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes uploads that were never filed and idempotency keys past their retention. */
@Component
class UploadCleanupJob {

	private static final Logger LOG = LoggerFactory.getLogger(UploadCleanupJob.class);

	private final AttachmentService attachments;

	private final IdempotencyKeyService keys;

	UploadCleanupJob(AttachmentService attachments, IdempotencyKeyService keys) {
		this.attachments = attachments;
		this.keys = keys;
	}

	@Scheduled(initialDelayString = "PT9M", fixedDelayString = "PT6H")
	void run() {
		int uploads = this.attachments.removeUnfiled();
		int keys = this.keys.forget();
		LOG.debug("Swept {} uploads never filed and {} form keys", uploads, keys);
	}

}
