package org.leagueflow.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VoteTally;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What each box of the meeting's diagram does and whom it notifies. */
@Component
class MeetingActions {

	private final Electorate electorate;

	private final MeetingRules rules;

	private final CheckInCodes codes;

	private final Resolutions resolutions;

	private final People people;

	private final DocumentTexts texts;

	private final Notifications notifications;

	private final BallotGuards guards;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher events;

	private final MeetingNews news;

	private final BusinessClock clock;

	MeetingActions(Electorate electorate, MeetingRules rules, CheckInCodes codes, Resolutions resolutions,
			People people, DocumentTexts texts, Notifications notifications, BallotGuards guards, AuditLog auditLog,
			ApplicationEventPublisher events, MeetingNews news, BusinessClock clock) {
		this.electorate = electorate;
		this.rules = rules;
		this.codes = codes;
		this.resolutions = resolutions;
		this.people = people;
		this.texts = texts;
		this.notifications = notifications;
		this.guards = guards;
		this.auditLog = auditLog;
		this.events = events;
		this.news = news;
		this.clock = clock;
	}

	/** Draws the roll up and invites everybody on it. */
	void invite(Meeting meeting, Actor by) {
		meeting.drawUp(this.electorate.of(meeting, this.clock.today()));
		meeting.invited(this.clock.instant());
		tellRoll(meeting, "meeting.invited");
		record(meeting, by, "meeting.invited", Map.of());
		this.news.tell(meeting);
	}

	/** Another time or place; who was invited for the old one is told. */
	void move(Meeting meeting, Instant startsAt, String place, Actor by) {
		meeting.move(startsAt, place);
		if (meeting.invitedAt() != null) {
			tellRoll(meeting, "meeting.moved");
		}
		record(meeting, by, "meeting.moved", Map.of("startsAt", startsAt.toString(), "place", place));
		this.news.tell(meeting);
	}

	/** The code is shown from now on. */
	void beginCheckIn(Meeting meeting, Actor by) {
		meeting.beginCheckIn(this.codes.secret(), this.clock.instant());
		record(meeting, by, "meeting.check-in", Map.of());
	}

	void cancel(Meeting meeting, Actor by) {
		boolean invited = meeting.invitedAt() != null;
		meeting.cancel();
		if (invited) {
			tellRoll(meeting, "meeting.called-off");
		}
		record(meeting, by, "meeting.cancelled", Map.of());
		this.news.tell(meeting);
	}

	private void tellRoll(Meeting meeting, String key) {
		Message words = Message.of(key + "." + meeting.kind(), this.people.unit(meeting.unitId()).name(),
				local(meeting.startsAt()), meeting.place());
		meeting.roll()
			.lines()
			.stream()
			.filter((line) -> line.personId() != null)
			.forEach((line) -> this.notifications.tell(line.personId(), words, "/meetings/" + meeting.id()));
	}

	/** As text that every reader gets in the own language. */
	private String local(Instant moment) {
		return LocalDateTime.ofInstant(moment, this.clock.getZone()).truncatedTo(ChronoUnit.MINUTES).toString();
	}

	/** Starts the meeting on the roll of this moment. */
	void open(Meeting meeting, Actor by) {
		requireTime(meeting);
		requireLeader(meeting, by);
		this.news.ask(MeetingRecord.Stage.OPEN, meeting);
		meeting.open(this.electorate.of(meeting, this.clock.today()), this.clock.instant());
		record(meeting, by, "meeting.opened", Map.of("entitled", meeting.entitled(), "present", meeting.present()));
		this.news.tell(meeting);
	}

	/** Whoever comes in time has to find the meeting as it begins. */
	private void requireTime(Meeting meeting) {
		Instant first = meeting.startsAt().minus(Meeting.MAX_EARLY);
		if (this.clock.instant().isBefore(first)) {
			throw new Refusal.Conflict("refusal.meeting.too-early", this.clock.dateOf(meeting.startsAt()),
					this.texts.time(meeting.startsAt()), this.texts.time(first), Meeting.MAX_EARLY.toMinutes());
		}
	}

	/** A chair from outside the roll is known to be there by opening the meeting. */
	private void requireLeader(Meeting meeting, Actor by) {
		if (!by.isSystem() && by.personId() != meeting.chairId() && !meeting.roll().holds(meeting.chairId())) {
			throw new Refusal.Conflict("refusal.meeting.chair-opens", this.people.person(meeting.chairId()).name());
		}
	}

	/** Somebody else takes the chair. */
	void chair(Meeting meeting, long person, Actor by) {
		long before = meeting.chair(person);
		record(meeting, by, "meeting.chair-changed", Map.of("from", before, "to", person));
		this.notifications.tell(person, Message.of("meeting.chair-please", this.people.unit(meeting.unitId()).name(),
				this.texts.kind(meeting.kind())), "/meetings/" + meeting.id());
		this.news.tell(meeting);
	}

	/**
	 * Puts into resolutions what the tellers agreed on, and tells the processes that
	 * wait.
	 */
	void decide(Meeting meeting, Actor by) {
		meeting.news(this.rules::of).stream().filter(Item::isDecided).forEach((item) -> resolve(meeting, item, by));
	}

	private void resolve(Meeting meeting, Item item, Actor by) {
		this.guards.beforeResult(item.entry());
		LocalDate heldOn = heldOn(meeting);
		String words = this.texts.resolution(item, heldOn, this.people.unit(meeting.unitId()).name(), meeting.kind());
		Resolution resolution = this.resolutions
			.save(new Resolution(number(meeting, item, heldOn), meeting, item, heldOn, words,
					this.people.person(meeting.chairId()).name(), this.people.person(meeting.recorderId()).name()));
		item.entry().decided();
		this.auditLog.record(AuditEvent.of(by, "item.decided", "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(item.entry().isMotion() ? meeting.caseId() : item.entry().caseId())
			.with(Map.of("outcome", item.outcome(), "resolution", resolution.card().number())));
		resolution.event(item.entry().process(), meeting.kind()).ifPresent(this.events::publishEvent);
		resolution.event(item.entry(), item.rule()).ifPresent(this.events::publishEvent);
	}

	/** Unique without a counter that meetings would have to queue for. */
	private String number(Meeting meeting, Item item, LocalDate heldOn) {
		return "%d-%06d-%02d".formatted(heldOn.getYear(), meeting.id(), item.placeNo());
	}

	/** No quorum and no hope of one: what is left waits on the agenda again. */
	void giveUp(Meeting meeting, Actor by) {
		List<Item> undecided = meeting.giveUp(this.rules::of, this.clock.instant());
		record(meeting, by, "meeting.lost-quorum",
				Map.of("entitled", meeting.entitled(), "present", meeting.present(), "items", undecided.size()));
		undecided.stream().filter((item) -> !item.entry().isMotion()).forEach((item) -> tellVoid(meeting, item));
		conclude(meeting, by);
		this.news.tell(meeting);
	}

	/** Puts into resolutions what was decided without a count. */
	void conclude(Meeting meeting, Actor by) {
		meeting.endedElections().forEach((item) -> resolve(meeting, item, by));
	}

	private void tellVoid(Meeting meeting, Item item) {
		this.events.publishEvent(new ItemDecided(item.entry().caseId(), item.entry().process(), item.entry().matter(),
				meeting.id(), meeting.kind(), 0, Outcome.VOID, heldOn(meeting),
				VoteTally.uncounted(meeting.entitled(), meeting.present())));
	}

	void close(Meeting meeting, Actor by) {
		this.news.ask(MeetingRecord.Stage.CLOSED, meeting);
		meeting.close(this.clock.instant());
		record(meeting, by, "meeting.closed", Map.of());
		this.news.tell(meeting);
	}

	void minute(Meeting meeting, Actor by, String text) {
		if (text == null || text.isBlank()) {
			throw Refusal.Invalid.field("minutes", "refusal.meeting.no-minutes");
		}
		if (text.length() > 10_000) {
			throw Refusal.Invalid.field("minutes", "refusal.meeting.long-minutes");
		}
		meeting.writeMinutes(text.strip());
		record(meeting, by, "meeting.minuted", Map.of());
	}

	/** Minutes with a mistake in them go back to the recorder. */
	void returnMinutes(Meeting meeting, Actor by, String remark) {
		String words = Remark.required(remark, "remark", "refusal.meeting.return-remark");
		meeting.returnMinutes(words);
		this.notifications.tell(meeting.recorderId(), Message.of("meeting.minutes-returned", words),
				"/meetings/" + meeting.id() + "/minutes");
		record(meeting, by, "meeting.minutes-returned", Map.of());
	}

	void sign(Meeting meeting, Actor by) {
		this.news.ask(MeetingRecord.Stage.HELD, meeting);
		meeting.sign(by.personId(), this.clock.instant());
		record(meeting, by, "meeting.signed", Map.of());
		this.news.tell(meeting);
	}

	void requireNoQuorum(Meeting meeting) {
		if (quorate(meeting)) {
			throw new Refusal.Conflict("refusal.meeting.has-quorum", meeting.present(), meeting.entitled());
		}
	}

	boolean quorate(Meeting meeting) {
		return meeting.quorate(this.rules::of);
	}

	LocalDate heldOn(Meeting meeting) {
		return this.clock.dateOf(meeting.openedAt());
	}

	private void record(Meeting meeting, Actor by, String what, Map<String, Object> detail) {
		this.auditLog.record(AuditEvent.of(by, what, "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(meeting.caseId())
			.with(detail));
	}

}
