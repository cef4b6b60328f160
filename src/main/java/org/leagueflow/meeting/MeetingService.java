package org.leagueflow.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.ballot.Mark;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.voting.VotingRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of whoever calls, runs and counts at a meeting. */
@Service
@Transactional
class MeetingService {

	private final Meetings meetings;

	private final Convening convening;

	private final MeetingRights rights;

	private final MeetingRules rules;

	private final MeetingSteps steps;

	private final MeetingActions actions;

	private final Processes processes;

	private final People people;

	private final Notifications notifications;

	private final BoxService boxes;

	private final BallotGuards guards;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	MeetingService(Meetings meetings, Convening convening, MeetingRights rights, MeetingRules rules, MeetingSteps steps,
			MeetingActions actions, Processes processes, People people, Notifications notifications, BoxService boxes,
			BallotGuards guards, AuditLog auditLog, BusinessClock clock) {
		this.meetings = meetings;
		this.convening = convening;
		this.rights = rights;
		this.rules = rules;
		this.steps = steps;
		this.actions = actions;
		this.processes = processes;
		this.people = people;
		this.notifications = notifications;
		this.boxes = boxes;
		this.guards = guards;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Calls a meeting with an agenda of waiting cases; one that repeats a void meeting
	 * ends that one's case.
	 */
	long convene(Convocation convocation, Actor by) {
		Meeting meeting = this.convening.call(convocation, by);
		if (convocation.reconvenes() != null) {
			Meeting old = lock(convocation.reconvenes());
			this.steps.takeIfThere(old, "reconvene", by);
			record(old, by, "meeting.reconvened", Map.of("meeting", meeting.id()));
		}
		return meeting.id();
	}

	/** Calls a meeting and invites everybody at once. */
	long conveneAndInvite(Convocation convocation, Actor by) {
		long meeting = convene(convocation, by);
		invite(meeting, by);
		return meeting;
	}

	/** Calls a void meeting again as it was. */
	long reconvene(long meetingId, Actor by) {
		Meeting old = run(meetingId, by);
		return convene(this.convening.again(old), by);
	}

	/** A void meeting is not called again; its cases go on waiting. */
	void letBe(long meetingId, Actor by) {
		this.steps.take(run(meetingId, by), "reconvene", by, new Answers(Map.of("again", "no")));
	}

	/** Another time or place; whoever was invited is told. */
	void move(long meetingId, LocalDateTime startsAt, String place, Actor by) {
		Meeting meeting = run(meetingId, by);
		this.convening.checkStart(startsAt);
		this.convening.checkPlace(place);
		this.actions.move(meeting, this.convening.moment(startsAt), place.strip(), by);
	}

	/** Somebody else takes the chair, before or during the meeting. */
	void chair(long meetingId, long personId, Actor by) {
		Meeting meeting = run(meetingId, by);
		this.convening.checkLeader(personId, meeting.unitId());
		this.actions.chair(meeting, personId, by);
	}

	/** Draws the roll up and sends the invitations. */
	void invite(long meetingId, Actor by) {
		this.steps.take(run(meetingId, by), List.of("invite", "prepare"), by);
	}

	/** Calls the meeting off; its cases wait again. */
	void cancel(long meetingId, Actor by) {
		Meeting meeting = run(meetingId, by);
		this.actions.cancel(meeting, by);
		this.processes.tell(meeting.caseId(), "meeting-cancelled", Map.of());
	}

	/** Starts the meeting; who comes can check in from then on, if not before. */
	void open(long meetingId, Actor by) {
		Meeting meeting = run(meetingId, by);
		this.steps.takeIfThere(meeting, "checkIn", by);
		this.steps.take(meeting, "open", by);
	}

	/** Notes a sealed written opinion; it counts only when it came before the start. */
	void receiveOpinion(long meetingId, long itemId, long personId, Actor by) {
		Meeting meeting = run(meetingId, by);
		if (!this.rules.of(meeting.item(itemId).entry()).written()) {
			throw Refusal.Invalid.field("personId", "refusal.meeting.no-written");
		}
		meeting.receiveOpinion(itemId, personId, this.clock.instant(), by.personId());
		record(meeting, by, "opinion.received", Map.of("item", itemId, "person", personId));
	}

	/** Opens the ballot on one item, on paper, and tells its two tellers. */
	void openBallot(long meetingId, long itemId, Tellers tellers, Actor by) {
		openBallot(meetingId, itemId, List.of(), BallotMode.PAPER, tellers, false, by);
	}

	/**
	 * Opens the ballot on one item, or on several with one paper, and tells its two
	 * tellers.
	 * @param with the other items on the paper
	 * @param warned whether the chair knows what a small group gives away; matters only
	 * where people vote by phone
	 */
	void openBallot(long meetingId, long itemId, List<Long> with, BallotMode mode, Tellers tellers, boolean warned,
			Actor by) {
		Meeting meeting = run(meetingId, by);
		Stream.concat(Stream.of(itemId), with.stream())
			.distinct()
			.forEach((id) -> this.guards.beforeBallot(meeting.item(id).entry()));
		meeting.openBallot(itemId, with, mode, tellers, this.rules::of, staffAmong(tellers), this.clock.instant());
		this.boxes.open(meeting, meeting.item(itemId), warned, by);
		this.steps.takeIfThere(meeting, "gather", by);
		record(meeting, by, "ballot.opened",
				Map.of("items", meeting.item(itemId).onPaper().stream().map(Item::id).toList(), "mode", mode, "tellers",
						List.of(tellers.one(), tellers.two())));
		tell(meeting, itemId, tellers);
	}

	/**
	 * Opens another ballot of an election, among the tied or for seats that nobody won.
	 * @param chosen who stands again where nobody is tied; empty for all who can
	 */
	void openAgain(long meetingId, long itemId, Tellers tellers, List<Long> chosen, Actor by) {
		openAgain(meetingId, itemId, BallotMode.PAPER, tellers, chosen, false, by);
	}

	void openAgain(long meetingId, long itemId, BallotMode mode, Tellers tellers, List<Long> chosen, boolean warned,
			Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.openAgain(itemId, mode, tellers, chosen, staffAmong(tellers), this.clock.instant());
		this.boxes.open(meeting, meeting.item(itemId), warned, by);
		this.steps.takeIfThere(meeting, "gather", by);
		record(meeting, by, "ballot.opened", Map.of("item", itemId, "round", meeting.item(itemId).round().roundNo(),
				"tellers", List.of(tellers.one(), tellers.two())));
		tell(meeting, itemId, tellers);
	}

	/** Leaves the seats of an election open that nobody won. */
	void settle(long meetingId, long itemId, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.settle(itemId);
		record(meeting, by, "election.settled", Map.of("item", itemId));
		this.steps.takeIfThere(meeting, "gather", by);
		this.steps.takeIfThere(meeting, "decide", by);
		this.actions.conclude(meeting, by);
	}

	/**
	 * Somebody stays out of an item, by own word, or because whoever runs the meeting
	 * asks it of somebody.
	 */
	void recuse(long meetingId, long itemId, long person, String reason, Actor by) {
		Meeting meeting = (person == by.personId()) ? concerning(meetingId, by) : run(meetingId, by);
		String words = Remark.required(reason, "reason", "refusal.meeting.recuse-reason");
		meeting.recuse(itemId, person, words, by.personId(), this.clock.instant());
		record(meeting, by, "recusal.declared", Map.of("item", itemId, "person", person));
	}

	/** Takes a recusal back; only whoever runs the meeting does. */
	void unrecuse(long meetingId, long itemId, long person, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.unrecuse(itemId, person);
		record(meeting, by, "recusal.lifted", Map.of("item", itemId, "person", person));
	}

	/** Notes who filled in the paper of a voter who cannot write, and nothing else. */
	void assist(long meetingId, long itemId, long voter, long scribe, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.assist(itemId, voter, scribe, staffAmong(List.of(scribe)), this.clock.instant());
		record(meeting, by, "ballot.assisted", Map.of("item", itemId, "voter", voter, "scribe", scribe));
	}

	/** Notes the grades that the branch committee proposes after a grading. */
	void propose(long meetingId, long itemId, Map<Long, Mark> grades, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.propose(itemId, grades);
		record(meeting, by, "grades.proposed", Map.of("item", itemId));
	}

	private Meeting concerning(long meetingId, Actor by) {
		Meeting meeting = lock(meetingId);
		this.rights.requireSeeing(by, meeting);
		return meeting;
	}

	void replaceTellers(long meetingId, long itemId, Tellers tellers, Actor by) {
		Meeting meeting = run(meetingId, by);
		meeting.replaceTellers(itemId, tellers, staffAmong(tellers));
		this.boxes.replaceTellers(meeting.item(itemId), by);
		record(meeting, by, "tellers.replaced",
				Map.of("item", itemId, "tellers", List.of(tellers.one(), tellers.two())));
		tell(meeting, itemId, tellers);
	}

	private void tell(Meeting meeting, long itemId, Tellers tellers) {
		Message words = Message.of("meeting.count-please", meeting.item(itemId).paperTitle());
		String link = this.boxes.tellersPage(meeting, meeting.item(itemId));
		Stream.of(tellers.one(), tellers.two()).forEach((teller) -> this.notifications.tell(teller, words, link));
	}

	private List<Long> staffAmong(Tellers tellers) {
		return staffAmong(List.of(tellers.one(), tellers.two()));
	}

	private List<Long> staffAmong(List<Long> persons) {
		return this.people.persons(persons)
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
		this.boxes.countAlong(meeting, meeting.item(itemId), by);
		if (meeting.item(itemId).isPaperDecided()) {
			this.steps.take(meeting, "decide", by);
		}
		return counting;
	}

	/** A ballot ends when its case goes elsewhere while papers are being counted. */
	private boolean stopped(Item item, Actor by) {
		item.roundOf(by.personId());
		return !this.guards.goesOn(item);
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
		this.actions.requireNoQuorum(meeting);
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

	/** The chair finds a mistake: the recorder writes the minutes anew. */
	void returnMinutes(long meetingId, String remark, Actor by) {
		Meeting meeting = lock(meetingId);
		this.rights.requireSigning(by, meeting);
		this.steps.take(meeting, "sign", by,
				new Answers(Map.of("returned", true, "remark", (remark != null) ? remark : "")));
	}

	/** Minutes by who also signs them: written and signed at once. */
	void minuteAndSign(long meetingId, String text, Actor by) {
		minute(meetingId, text, by);
		sign(meetingId, by);
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
		this.auditLog.record(AuditEvent.of(by, what, "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(meeting.caseId())
			.with(detail));
	}

}
