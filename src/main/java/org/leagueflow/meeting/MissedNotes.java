package org.leagueflow.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.inbox.StepNote;
import org.leagueflow.inbox.StepNoteRule;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Component;

/** Marks the steps of a meeting whose time has passed without its being opened (未召开). */
@Component
class MissedNotes implements StepNoteRule {

	private final Meetings meetings;

	private final BusinessClock clock;

	MissedNotes(Meetings meetings, BusinessClock clock) {
		this.meetings = meetings;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "meeting";
	}

	@Override
	public Map<CaseId, StepNote> notes(Collection<CaseId> cases) {
		Instant now = this.clock.instant();
		return this.meetings.findByCaseIdIn(cases.stream().map(CaseId::value).toList())
			.stream()
			.filter((meeting) -> meeting.isMissed(now))
			.collect(Collectors.toMap(Meeting::caseId, MissedNotes::note));
	}

	private static StepNote note(Meeting meeting) {
		String page = "/meetings/" + meeting.id();
		return new StepNote(Message.of("meeting.state.missed"), Message.of("meeting.missed.words"),
				List.of(new StepNote.Way(Message.of("meeting.do.move"), page + "#move"),
						new StepNote.Way(Message.of("meeting.do.cancel"), page + "#call-off")));
	}

}
