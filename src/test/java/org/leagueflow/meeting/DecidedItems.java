package org.leagueflow.meeting;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leagueflow.kernel.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers what processes were told, for tests to look at. */
@Component
class DecidedItems {

	private final List<ItemDecided> events = new CopyOnWriteArrayList<>();

	@EventListener
	void on(ItemDecided event) {
		this.events.add(event);
	}

	List<ItemDecided> of(CaseId caseId) {
		return this.events.stream().filter((event) -> event.caseId().equals(caseId)).toList();
	}

}
