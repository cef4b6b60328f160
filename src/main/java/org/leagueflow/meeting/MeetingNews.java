package org.leagueflow.meeting;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks other modules before a meeting goes on, and tells them afterwards. */
@Component
class MeetingNews {

	private final ObjectProvider<MeetingGuard> guards;

	private final ApplicationEventPublisher events;

	MeetingNews(ObjectProvider<MeetingGuard> guards, ApplicationEventPublisher events) {
		this.guards = guards;
		this.events = events;
	}

	/**
	 * @throws org.leagueflow.kernel.Refusal when another module lets it go no further
	 */
	void ask(MeetingRecord.Stage next, Meeting meeting) {
		MeetingRecord record = MeetingRecord.of(meeting);
		this.guards.orderedStream().forEach((guard) -> guard.before(next, record));
	}

	void tell(Meeting meeting) {
		this.events.publishEvent(new MeetingChanged(MeetingRecord.of(meeting)));
	}

}
