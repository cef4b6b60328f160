package org.leagueflow.publicity;

import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskRouting;
import org.springframework.stereotype.Component;

/** Sends an objection to whoever decides on it, as the announcing process says. */
@Component
class NoticeRouting implements TaskRouting {

	private final NoticeMatters matters;

	NoticeRouting(NoticeMatters matters) {
		this.matters = matters;
	}

	@Override
	public Optional<Seat> seat(Task task, CaseCard card) {
		return task.process().equals(NoticeMatters.PROCESS)
				? Optional.of(this.matters.of(task.matter()).decides(task.caseId())) : Optional.empty();
	}

}
