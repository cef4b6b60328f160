package org.leagueflow.inbox;

import java.util.List;
import org.leagueflow.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets again by when open steps have to be done. */
@Service
@Transactional
class StepDueService {

	private static final int BATCH_SIZE = 200;

	private final InboxItems items;

	private final InboxProjection projection;

	StepDueService(InboxItems items, InboxProjection projection) {
		this.items = items;
		this.projection = projection;
	}

	void dateAgain(CaseId caseId) {
		this.projection.date(caseId);
	}

	/** Open items with a greater id that have no due date, in the order of their ids. */
	@Transactional(readOnly = true)
	List<InboxItem> undated(long afterId) {
		return this.items.undated(afterId, BATCH_SIZE);
	}

	void date(InboxItem item) {
		this.projection.date(item);
	}

}
