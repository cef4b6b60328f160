package org.leagueflow.meeting;

import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskRouting;
import org.springframework.stereotype.Component;

/**
 * Sends the boxes of a meeting to whoever leads the unit that meets: the diagram can name
 * the branch secretary only.
 */
@Component
class MeetingRouting implements TaskRouting {

	private final Electorate electorate;

	MeetingRouting(Electorate electorate) {
		this.electorate = electorate;
	}

	@Override
	public Optional<Seat> seat(Task task, CaseCard card) {
		return task.process().equals("meeting")
				? Optional.of(new Seat(this.electorate.conveners(card.unitId()).get(0), card.unitId()))
				: Optional.empty();
	}

}
