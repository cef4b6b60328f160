package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Collects what other modules show on the page of a meeting. */
@Component
class MeetingAsides {

	private final MeetingFacade facade;

	private final ObjectProvider<MeetingAside> asides;

	MeetingAsides(MeetingFacade facade, ObjectProvider<MeetingAside> asides) {
		this.facade = facade;
		this.asides = asides;
	}

	List<Shown> of(long meetingId, Actor by) {
		MeetingRecord meeting = this.facade.record(meetingId, by);
		return this.asides.orderedStream()
			.flatMap((aside) -> aside.model(meeting, by).map((model) -> new Shown(aside.template(), model)).stream())
			.toList();
	}

	/** An aside filled for this reader. */
	record Shown(String template, Map<String, Object> model) {
	}

}
