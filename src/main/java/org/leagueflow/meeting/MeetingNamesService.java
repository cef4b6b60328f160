package org.leagueflow.meeting;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditNames;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names meetings for the auditor by unit, kind and time. */
@Service
@Transactional(readOnly = true)
class MeetingNamesService implements AuditNames {

	private final Meetings meetings;

	private final People people;

	private final DocumentTexts texts;

	private final ObjectProvider<MeetingRights> rights;

	MeetingNamesService(Meetings meetings, People people, DocumentTexts texts, ObjectProvider<MeetingRights> rights) {
		this.meetings = meetings;
		this.people = people;
		this.texts = texts;
		this.rights = rights;
	}

	@Override
	public String kind() {
		return "meeting";
	}

	@Override
	public Map<Long, String> names(Collection<Long> numbers) {
		return this.meetings.findAllById(numbers).stream().collect(Collectors.toMap(Meeting::id, this::name));
	}

	private String name(Meeting meeting) {
		return this.texts.say("meeting.case", this.people.unit(meeting.unitId()).name(),
				this.texts.kind(meeting.kind()), this.texts.moment(meeting.startsAt()));
	}

	@Override
	public Optional<String> path(long number, Actor reader) {
		return this.meetings.findById(number)
			.filter((meeting) -> this.rights.getObject().sees(reader, meeting))
			.map((meeting) -> "/meetings/" + meeting.id());
	}

}
