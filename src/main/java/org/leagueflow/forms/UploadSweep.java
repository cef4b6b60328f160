package org.leagueflow.forms;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away what nobody will ask for: uploads never filed, keys of forms long sent. */
@Component
class UploadSweep {

	private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);

	private final AttachmentService attachments;

	private final OnceService once;

	UploadSweep(AttachmentService attachments, OnceService once) {
		this.attachments = attachments;
		this.once = once;
	}

	@Scheduled(initialDelayString = "PT9M", fixedDelayString = "PT6H")
	void sweep() {
		int uploads = this.attachments.sweep();
		int keys = this.once.forget();
		LOG.debug("Swept {} uploads never filed and {} form keys", uploads, keys);
	}

}
