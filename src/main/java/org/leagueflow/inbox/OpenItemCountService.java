package org.leagueflow.inbox;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds up the changes of open counts, a batch at a time. */
@Service
class OpenItemCountService {

	static final int BATCH = 1000;

	private final OpenItemCounts counts;

	OpenItemCountService(OpenItemCounts counts) {
		this.counts = counts;
	}

	/** Whether there may be more. */
	@Transactional
	boolean addUp() {
		return this.counts.addUp(BATCH) == BATCH;
	}

}
