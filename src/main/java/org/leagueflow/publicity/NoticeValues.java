package org.leagueflow.publicity;

import java.util.Map;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskValues;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Offers the objections that wait to whoever looks into one. */
@Component
class NoticeValues implements TaskValues {

	private final ObjectionService objections;

	NoticeValues(ObjectionService objections) {
		this.objections = objections;
	}

	@Override
	public String process() {
		return NoticeMatters.PROCESS;
	}

	@Override
	public Map<String, Object> values(Task task, Actor by) {
		return this.objections.offered(task.caseId(), task.matter());
	}

}
