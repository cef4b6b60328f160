package org.leagueflow.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leagueflow.kernel.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records the engine's events for tests. */
@Component
class RecordedEvents {

	final List<TaskEvent> events = new CopyOnWriteArrayList<>();

	@EventListener
	void on(TaskEvent event) {
		this.events.add(event);
	}

	List<String> of(CaseId caseId) {
		return this.events.stream()
			.filter((event) -> event.toString().contains("caseId=" + caseId + ","))
			.map((event) -> event.getClass().getSimpleName())
			.toList();
	}

}
