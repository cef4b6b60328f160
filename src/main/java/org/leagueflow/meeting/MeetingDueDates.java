package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.inbox.StepDueRule;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is done at a meeting is due on the day for which it is called. */
@Component
class MeetingDueDates implements StepDueRule {

	private static final Set<String> ON_ITS_DAY = Set.of("prepare", "invite", "checkIn", "open", "decide", "gather",
			"close");

	private final Meetings meetings;

	private final Inbox inbox;

	private final BusinessClock clock;

	MeetingDueDates(Meetings meetings, Inbox inbox, BusinessClock clock) {
		this.meetings = meetings;
		this.inbox = inbox;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "meeting";
	}

	/** A meeting that is moved takes the due date of its steps along. */
	@EventListener
	void on(MeetingChanged event) {
		if (event.meeting().caseId() != null && event.meeting().stage() == MeetingRecord.Stage.CONVENED) {
			this.inbox.dateAgain(event.meeting().caseId());
		}
	}

	@Override
	public Optional<LocalDate> lastDay(Task task, CaseCard about) {
		return ON_ITS_DAY.contains(task.box())
				? this.meetings.findByCaseId(about.id().value()).map((meeting) -> this.clock.dateOf(meeting.startsAt()))
				: Optional.empty();
	}

}
