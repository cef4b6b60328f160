package org.leagueflow.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.audit.Deed;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of whoever calls, runs and counts at a meeting. */
@Service
@Transactional
class MeetingService {

	private final Meetings meetings;

	private final AgendaEntries entries;

	private final MeetingRights rights;

	private final Electorate electorate;

	private final MeetingRules rules;

	private final MeetingSteps steps;

	private final Proceedings proceedings;

	private final Cases cases;

	private final Processes processes;

	private final People people;

	private final Wording wording;

	private final Notifications notifications;

	private final ObjectProvider<BallotGuard> guards;

	private final MeetingNews news;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	MeetingService(Meetings meetings, AgendaEntries entries, MeetingRights rights, Electorate electorate,
			MeetingRules rules, MeetingSteps steps, Proceedings proceedings, Cases cases, Processes processes,
			People people, Wording wording, Notifications notifications, ObjectProvider<BallotGuard> guards,
			MeetingNews news, AuditLog auditLog, BusinessClock clock) {
		this.meetings = meetings;
		this.entries = entries;
		this.rights = rights;
		this.electorate = electorate;
		this.rules = rules;
		this.steps = steps;
		this.proceedings = proceedings;
		this.cases = cases;
		this.processes = processes;
		this.people = people;
		this.wording = wording;
		this.notifications = notifications;
		this.guards = guards;
		this.news = news;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** Calls a meeting with an agenda of waiting cases, as a case of its own. */
	long convene(Convocation convocation, Actor by) {
		check(convocation, by);
		Instant startsAt = convocation.startsAt().atZone(this.clock.getZone()).toInstant();
		Meeting meeting = this.meetings
			.saveAndFlush(new Meeting(convocation, startsAt, this.clock.instant(), by.personId()));
		convocation.entries().forEach((id) -> meeting.takeUp(entry(id)));
		meeting.drawUp(this.electorate.of(meeting, this.clock.today()));
		this.auditLog.record(Deed.of(by, "meeting.convened", "meeting:" + meeting.id()).in(meeting.unitId()));
		startProcess(meeting, by);
		this.news.tell(meeting);
		return meeting.id();
	}

	private void startProcess(Meeting meeting, Actor by) {
		String title = this.wording.say("meeting.case", this.people.unit(meeting.unitId()).name(),
				this.wording.kind(meeting.kind()), this.wording.moment(meeting.startsAt()));
		CaseId caseId = this.cases.open("meeting", title, meeting.chairId(), meeting.unitId(), by);
		meeting.movedBy(caseId);
		this.meetings.saveAndFlush(meeting);
		this.processes.start("meeting", caseId, Answers.NONE);
	}

	private void check(Convocation convocation, Actor by) {
		UnitCard unit = this.people.unit(convocation.unitId());
		if (!this.rights.convenes(by, unit.id())) {
			throw new Refusal.NotAllowed("refusal.meeting.not-yours");
		}
		if (!this.electorate.holds(unit.kind(), convocation.kind())) {
			throw Refusal.Invalid.field("kind", "refusal.meeting.kind", unit.name());
		}
		if (convocation.place() == null || convocation.place().isBlank() || convocation.place().length() > 100) {
			throw Refusal.Invalid.field("place", "refusal.meeting.place");
		}
		if (convocation.startsAt() == null || convocation.startsAt().toLocalDate().isBefore(this.clock.today())) {
			throw Refusal.Invalid.field("startsAt", "refusal.meeting.past");
		}
		if (convocation.topics() != null && convocation.topics().length() > 4000) {
			throw Refusal.Invalid.field("topics", "refusal.meeting.topics");
		}
		Stream.of(convocation.chairId(), convocation.recorderId()).forEach((id) -> checkLeader(id, unit));
	}

	private void checkLeader(long personId, UnitCard unit) {
		PersonCard person = this.people.person(personId);
		boolean near = unit.path().startsWith(person.unitPath()) || person.unitPath().startsWith(unit.path())
				|| this.people.posts(personId).stream().anyMatch((post) -> post.unitId() == unit.id());
		if (!person.active() || !near) {
			throw Refusal.Invalid.field("chairId", "refusal.meeting.leader", person.name(), unit.name());
		}
	}

	private AgendaEntry entry(long id) {
		return this.entries.findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-item"));
	}

	/** Draws the roll up and sends the invitations. */
	void prepare(long meetingId, Actor by) {
		this.steps.take(run(meetingId, by), "prepare", by);
	}

	/** Calls the meeting off; its cases wait again. */
	void cancel(long meetingId, Actor by) {
		Meeting meeting = run(meetingId, by);
		this.proceedings.cancel(meeting, by);
		this.processes.tell(meeting.caseId(), "meeting-cancelled", Map.of());
	}

	void open(long meetingId, Actor by) {
		this.steps.take(run(meetingId, by), "open", by);
	}

	void arrive(long meetingId, long personId, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.arrive(personId, this.clock.instant());
		record(meeting, by, "attendance.arrived", Map.of("person", personId));
	}

	void leave(long meetingId, long personId, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.leave(personId, this.clock.instant());
		record(meeting, by, "attendance.left", Map.of("person", personId));
	}

	void welcome(long meetingId, String guest, Actor by) {
		Meeting meeting = run(meetingId, by);
		if (guest == null || guest.isBlank() || guest.length() > 100) {
			throw Refusal.Invalid.field("guest", "refusal.meeting.guest");
		}
		meeting.welcome(guest.strip(), this.clock.instant());
		record(meeting, by, "attendance.guest", Map.of());
	}

	/** Notes a sealed written opinion; it counts only when it came before the start. */
	void receiveOpinion(long meetingId, long itemId, long personId, Actor by) {
		Meeting meeting = run(meetingId, by);
		if (!this.rules.of(meeting.item(itemId).entry().matter()).written()) {
			throw Refusal.Invalid.field("personId", "refusal.meeting.no-written");
		}
		meeting.receiveOpinion(itemId, personId, this.clock.instant(), by.personId());
		record(meeting, by, "opinion.received", Map.of("item", itemId, "person", personId));
	}

	/** Opens the ballot on one item and tells its two tellers. */
	void openBallot(long meetingId, long itemId, Tellers tellers, Actor by) {
		Meeting meeting = run(meetingId, by);
		MeetingRule rule = this.rules.of(meeting.item(itemId).entry().matter());
		this.guards.orderedStream().forEach((guard) -> guard.beforeBallot(meeting.item(itemId).entry().view()));
		meeting.openBallot(itemId, BallotMode.PAPER, tellers, rule, staffAmong(tellers), this.clock.instant());
		this.steps.takeIfThere(meeting, "gather", by);
		record(meeting, by, "ballot.opened", Map.of("item", itemId, "tellers", List.of(tellers.one(), tellers.two())));
		tell(meeting, itemId, tellers);
	}

	void replaceTellers(long meetingId, long itemId, Tellers tellers, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.replaceTellers(itemId, tellers, staffAmong(tellers));
		record(meeting, by, "tellers.replaced",
				Map.of("item", itemId, "tellers", List.of(tellers.one(), tellers.two())));
		tell(meeting, itemId, tellers);
	}

	private void tell(Meeting meeting, long itemId, Tellers tellers) {
		Message words = Message.of("meeting.count-please", meeting.item(itemId).entry().title());
		String link = "/meetings/" + meeting.id() + "/items/" + itemId + "/count";
		Stream.of(tellers.one(), tellers.two()).forEach((teller) -> this.notifications.tell(teller, words, link));
	}

	private List<Long> staffAmong(Tellers tellers) {
		return this.people.persons(List.of(tellers.one(), tellers.two()))
			.stream()
			.filter((person) -> person.staff() && person.active())
			.map(PersonCard::id)
			.toList();
	}

	/** A teller enters a count; when both agree the item is decided. */
	Item.Counting count(long meetingId, long itemId, CountForm form, Actor by) {
		Meeting meeting = lock(meetingId);
		if (stopped(meeting.item(itemId), by)) {
			return Item.Counting.STOPPED;
		}
		PaperCount count = form.read(meeting.item(itemId).roundOf(by.personId()).paper());
		Item.Counting counting = meeting.count(itemId, by.personId(), count, this.clock.instant());
		record(meeting, by, "ballot.counted", Map.of("item", itemId, "result", counting));
		if (counting == Item.Counting.AGREE) {
			this.steps.take(meeting, "decide", by);
		}
		return counting;
	}

	/** A ballot ends when its case goes elsewhere while papers are being counted. */
	private boolean stopped(Item item, Actor by) {
		item.roundOf(by.personId());
		return item.isOnBallot() && !this.guards.orderedStream().allMatch((guard) -> guard.goesOn(item.entry().view()));
	}

	/** Puts an item off to a later meeting. */
	void postpone(long meetingId, long itemId, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.postpone(itemId);
		record(meeting, by, "item.postponed", Map.of("item", itemId));
		this.steps.takeIfThere(meeting, "gather", by);
		this.steps.takeIfThere(meeting, "decide", by);
	}

	/** Gives up for want of a quorum; items not yet decided are void and wait again. */
	void giveUp(long meetingId, Actor by) {
		Meeting meeting = run(meetingId, by);
		this.proceedings.requireNoQuorum(meeting);
		this.steps.takeIfThere(meeting, "decide", by);
		this.steps.take(meeting, "gather", by, new Answers(Map.of("giveUp", true)));
	}

	void close(long meetingId, Actor by) {
		this.steps.take(run(meetingId, by), "close", by);
	}

	void minute(long meetingId, String text, Actor by) {
		Meeting meeting = run(meetingId, by);
		this.steps.take(meeting, "minute", by, new Answers(Map.of("minutes", (text != null) ? text : "")));
	}

	void sign(long meetingId, Actor by) {
		Meeting meeting = lock(meetingId);
		this.rights.requireSigning(by, meeting);
		this.steps.take(meeting, "sign", by);
	}

	private Meeting run(long meetingId, Actor by) {
		Meeting meeting = lock(meetingId);
		this.rights.requireRunning(by, meeting);
		return meeting;
	}

	private Meeting lock(long meetingId) {
		return this.meetings.lock(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

	private void record(Meeting meeting, Actor by, String what, Map<String, Object> detail) {
		this.auditLog.record(
				Deed.of(by, what, "meeting:" + meeting.id()).in(meeting.unitId()).on(meeting.caseId()).with(detail));
	}

}
