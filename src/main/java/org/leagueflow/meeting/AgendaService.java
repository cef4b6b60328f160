package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.notification.Notifications;
import org.leagueflow.voting.VotingRule;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of processes whose cases wait for a meeting. */
@Service
@Transactional
class AgendaService implements Agenda {

	private static final Set<AgendaEntry.State> OPEN = EnumSet.of(AgendaEntry.State.WAITING,
			AgendaEntry.State.SCHEDULED);

	private final AgendaEntries entries;

	private final Meetings meetings;

	private final Resolutions resolutions;

	private final MeetingSteps steps;

	private final BoxService boxes;

	private final MeetingRules rules;

	private final Matters matters;

	private final Cases cases;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	AgendaService(AgendaEntries entries, Meetings meetings, Resolutions resolutions, MeetingSteps steps,
			BoxService boxes, MeetingRules rules, Matters matters, Cases cases, Notifications notifications,
			AuditLog auditLog, BusinessClock clock) {
		this.entries = entries;
		this.meetings = meetings;
		this.resolutions = resolutions;
		this.steps = steps;
		this.boxes = boxes;
		this.rules = rules;
		this.matters = matters;
		this.cases = cases;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Override
	public void list(CaseId caseId, String matter) {
		await(this.matters.named(matter).request(caseId));
	}

	@Override
	public void await(AgendaRequest request) {
		CaseCard card = this.cases.card(request.caseId());
		LocalDate started = this.clock.dateOf(card.openedAt());
		VotingRule rule = this.rules.of(request.matter(), request.unitId(), request.caseId(), started);
		this.entries.findByCaseIdAndMatterAndStateIn(request.caseId().value(), request.matter(), OPEN)
			.filter((entry) -> staysAt(entry, request))
			.ifPresentOrElse((entry) -> entry.amend(request, rule), () -> this.entries
				.save(new AgendaEntry(request, card.process(), rule, started, this.clock.instant())));
	}

	/** An entry that waits at another unit is taken off there. */
	private boolean staysAt(AgendaEntry entry, AgendaRequest request) {
		boolean stays = entry.unitId() == request.unitId() && entry.kind() == request.kind();
		if (!stays) {
			withdraw(entry);
		}
		return stays;
	}

	@Override
	@Transactional(readOnly = true)
	public boolean waits(CaseId caseId, String matter) {
		return this.entries.findByCaseIdAndMatterAndStateIn(caseId.value(), matter, OPEN).isPresent();
	}

	@Override
	public boolean isOnBallot(CaseId caseId, String matter) {
		return this.entries.findByCaseIdAndMatterAndStateIn(caseId.value(), matter, OPEN)
			.filter((entry) -> entry.meetingId() != null)
			.flatMap((entry) -> this.meetings.lock(entry.meetingId()).flatMap((meeting) -> meeting.balloting(entry)))
			.isPresent();
	}

	/** A case that is over waits for no meeting. */
	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		withdraw(event.caseId());
	}

	@Override
	public void withdraw(CaseId caseId) {
		this.entries.open(caseId.value()).forEach(this::withdraw);
	}

	@Override
	public void withdraw(CaseId caseId, String matter) {
		this.entries.findByCaseIdAndMatterAndStateIn(caseId.value(), matter, OPEN).ifPresent(this::withdraw);
	}

	void withdraw(AgendaEntry entry) {
		if (entry.meetingId() != null) {
			this.meetings.lock(entry.meetingId()).ifPresent((meeting) -> takeOff(meeting, entry));
		}
		entry.withdraw();
	}

	/** A running meeting that has nothing left to decide goes on to its close. */
	private void takeOff(Meeting meeting, AgendaEntry entry) {
		Item onBallot = meeting.balloting(entry).orElse(null);
		meeting.withdraw(entry);
		if (onBallot != null) {
			stopped(meeting, onBallot);
		}
		if (meeting.state() == Meeting.State.OPEN && !meeting.isLeftToDecide()) {
			this.steps.takeIfThere(meeting, "gather", Actor.SYSTEM);
			this.steps.takeIfThere(meeting, "decide", Actor.SYSTEM);
		}
	}

	/**
	 * Whoever counts learns that nothing is to be counted any more; of a paper of several
	 * only this line is void.
	 */
	private void stopped(Meeting meeting, Item item) {
		boolean others = item.onPaper().stream().anyMatch(Item::isOnBallot);
		if (!others) {
			this.boxes.stop(item, Actor.SYSTEM);
		}
		Message words = Message.of(others ? "meeting.line-void" : "meeting.ballot-stopped", item.entry().title());
		Stream.concat(Stream.of(meeting.chairId()), item.round().tellers().stream())
			.distinct()
			.forEach((person) -> this.notifications.tell(person, words, "/meetings/" + meeting.id()));
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "ballot.stopped", "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(item.entry().isMotion() ? meeting.caseId() : item.entry().caseId())
			.with(Map.of("item", item.id())));
	}

	@Override
	@Transactional(readOnly = true)
	public List<WaitingItem> waiting(long unitId, MeetingKind kind) {
		return this.entries.findByUnitIdAndKindAndStateOrderBySinceAscIdAsc(unitId, kind, AgendaEntry.State.WAITING)
			.stream()
			.map(AgendaEntry::view)
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public boolean signed(CaseId caseId, String matter) {
		return resolutions(caseId).stream()
			.filter((resolution) -> resolution.matter().equals(matter))
			.reduce((earlier, later) -> later)
			.flatMap((resolution) -> this.meetings.findById(resolution.meetingId()))
			.filter((meeting) -> meeting.state() == Meeting.State.HELD)
			.isPresent();
	}

	@Override
	@Transactional(readOnly = true)
	public List<ResolutionCard> resolutions(CaseId caseId) {
		return this.resolutions.findByCaseIdOrderById(caseId.value()).stream().map(Resolution::card).toList();
	}

}
