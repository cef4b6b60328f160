package org.leagueflow.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows on a case which meeting it waits for, and what meetings resolved on it: the
 * outcome to everybody who may see the case, how the votes fell only to those who have
 * the case to work on. On a meeting's own case it leads to the meeting and says when it
 * was missed.
 */
@Component
@Order(30)
class CaseMeetings implements CasePanel {

	private final Agenda agenda;

	private final AgendaEntries entries;

	private final Meetings meetings;

	private final Cases cases;

	private final BusinessClock clock;

	CaseMeetings(Agenda agenda, AgendaEntries entries, Meetings meetings, Cases cases, BusinessClock clock) {
		this.agenda = agenda;
		this.entries = entries;
		this.meetings = meetings;
		this.cases = cases;
		this.clock = clock;
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		Optional<Meeting> held = card.process().equals("meeting") ? this.meetings.findByCaseId(card.id().value())
				: Optional.empty();
		return held.isPresent() ? held.map((meeting) -> own(meeting, box)) : decided(card, by);
	}

	/**
	 * The meeting whose own case this is, and whether it was missed; the page of a step
	 * says so by itself at its top.
	 */
	private Panel own(Meeting meeting, String box) {
		return new Panel("meeting/case", "own",
				Map.of("meeting", meeting.id(), "kind", meeting.kind(), "startsAt", meeting.startsAt(), "place",
						meeting.place(), "missed", meeting.isMissed(this.clock.instant()), "told", box != null));
	}

	private Optional<Panel> decided(CaseCard card, Actor by) {
		List<Waiting> waiting = this.entries.open(card.id().value()).stream().map(this::waiting).toList();
		boolean works = this.cases.worksOn(card.id(), by);
		List<ResolutionCard> resolutions = this.agenda.resolutions(card.id())
			.stream()
			.map((one) -> works ? one : one.outcomeOnly())
			.toList();
		return (waiting.isEmpty() && resolutions.isEmpty()) ? Optional.empty() : Optional
			.of(new Panel("meeting/case", "meetings", Map.of("waiting", waiting, "resolutions", resolutions)));
	}

	private Waiting waiting(AgendaEntry entry) {
		return Optional.ofNullable(entry.meetingId())
			.flatMap(this.meetings::findById)
			.map((meeting) -> new Waiting(entry.kind(), entry.since(), meeting.startsAt(), meeting.place()))
			.orElse(new Waiting(entry.kind(), entry.since(), null, null));
	}

	/** A meeting that the case waits for; when and where are null until it is called. */
	record Waiting(MeetingKind kind, Instant since, Instant startsAt, String place) {
	}

}
