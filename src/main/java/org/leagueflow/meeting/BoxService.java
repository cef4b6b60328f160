package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.ballot.BallotHolder;
import org.leagueflow.ballot.BallotResult;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.ballot.DisclosureRule;
import org.leagueflow.ballot.Opening;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the electronic ballots of meetings: gives the box its roll, hands papers to those
 * who want one, and takes the sum in.
 */
@Service
@Transactional
class BoxService implements BallotHolder {

	private final Ballots ballots;

	private final Meetings meetings;

	private final MeetingRights rights;

	private final MeetingSteps steps;

	private final BallotGuards guards;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	private final SmallBallotCheck small;

	BoxService(Ballots ballots, Meetings meetings, MeetingRights rights, MeetingSteps steps, BallotGuards guards,
			Notifications notifications, AuditLog auditLog, BusinessClock clock, SmallBallotCheck small) {
		this.ballots = ballots;
		this.meetings = meetings;
		this.rights = rights;
		this.steps = steps;
		this.guards = guards;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
		this.small = small;
	}

	/**
	 * Opens the box of a round that was opened just now, if it is held with one.
	 * @param warned whether the chair knows what a small group gives away
	 */
	void open(Meeting meeting, Item item, boolean warned, Actor by) {
		if (item.round().mode().electronic()) {
			hold(meeting, item, warned, by);
		}
	}

	private void hold(Meeting meeting, Item item, boolean warned, Actor by) {
		Round round = item.round();
		Set<Long> voters = round.voters().stream().map(Voter::personId).collect(Collectors.toSet());
		List<Long> tellers = round.tellers();
		DisclosureRule disclosure = this.small.disclosure(meeting.unitId());
		if (item.entry().numbersNeeded() && this.small.warning(round, disclosure).isPresent()) {
			throw new Refusal.Conflict("refusal.meeting.numbers-needed", item.entry().title());
		}
		if (!warned) {
			this.small.warning(round, disclosure).ifPresent((warning) -> {
				throw new Refusal.Conflict("refusal.ballot.warn-first", warning);
			});
		}
		long ballot = this.ballots.open(new Opening(title(item), round.paper(), voters, tellers.get(0), tellers.get(1),
				tellers.stream().filter(item::conflicts).collect(Collectors.toSet()), meeting.unitId(),
				item.entry().isMotion() ? meeting.caseId() : item.entry().caseId(), disclosure, warned), by);
		round.electronic(ballot, disclosure);
		round.voters()
			.stream()
			.filter(Voter::paper)
			.forEach((voter) -> this.ballots.takePaper(ballot, voter.personId()));
		Message vote = Message.of("meeting.vote-please", item.paperTitle());
		voters.stream()
			.filter((voter) -> !round.hasPaper(voter))
			.forEach((voter) -> this.notifications.tell(voter, vote, "/ballots/" + ballot));
	}

	private static String title(Item item) {
		String title = item.paperTitle();
		return (title.length() > 300) ? title.substring(0, 300) : title;
	}

	/** The page on which the two tellers of an item act. */
	String tellersPage(Meeting meeting, Item item) {
		return (item.round().mode().electronic() && !item.round().isEnded())
				? "/ballots/" + item.round().ballotId() + "/closing" : countPage(meeting, item);
	}

	private static String countPage(Meeting meeting, Item item) {
		return "/meetings/" + meeting.id() + "/items/" + item.id() + "/count";
	}

	void replaceTellers(Item item, Actor by) {
		if (item.round().mode().electronic() && !item.round().isEnded()) {
			List<Long> tellers = item.round().tellers();
			this.ballots.replaceTellers(item.round().ballotId(), tellers.get(0), tellers.get(1),
					tellers.stream().filter(item::conflicts).toList(), by);
		}
	}

	/** Papers for all in the room who have neither one nor voted by phone. */
	Handout handPapersToAll(long meetingId, long itemId, Actor by) {
		Meeting meeting = run(meetingId, by);
		Round round = open(meeting, itemId);
		return hand(meeting, itemId,
				round.voters()
					.stream()
					.filter((voter) -> !voter.paper() && meeting.roll().isInTheRoom(voter.personId()))
					.map(Voter::personId)
					.sorted()
					.toList(),
				by);
	}

	/**
	 * Hands papers to voters, who then vote on no phone any more; each is looked at
	 * alone, and who has one already keeps it.
	 */
	Handout handPapers(long meetingId, long itemId, List<Long> persons, Actor by) {
		return hand(run(meetingId, by), itemId, persons, by);
	}

	private Handout hand(Meeting meeting, long itemId, List<Long> persons, Actor by) {
		Round round = open(meeting, itemId);
		List<Long> votes = persons.stream().filter(round::mayVote).toList();
		List<Long> already = votes.stream().filter(round::hasPaper).toList();
		List<Long> done = votes.stream()
			.filter((person) -> !round.hasPaper(person) && this.ballots.takePaper(round.ballotId(), person))
			.toList();
		done.forEach((person) -> {
			round.handPaper(person);
			record(meeting, by, "ballot.paper-handed", Map.of("item", itemId, "person", person));
		});
		List<Long> voted = votes.stream().filter((person) -> !round.hasPaper(person)).toList();
		return new Handout(itemId, false, names(meeting, done), names(meeting, already), names(meeting, voted),
				persons.size() - votes.size());
	}

	/** Takes papers back that were not filled in; who has none keeps voting by phone. */
	Handout takeBack(long meetingId, long itemId, List<Long> persons, Actor by) {
		Meeting meeting = run(meetingId, by);
		Round round = open(meeting, itemId);
		List<Long> votes = persons.stream().filter(round::mayVote).toList();
		List<Long> done = votes.stream().filter(round::hasPaper).toList();
		done.forEach((person) -> {
			round.takeBack(person);
			this.ballots.returnPaper(round.ballotId(), person);
			record(meeting, by, "ballot.paper-returned", Map.of("item", itemId, "person", person));
		});
		List<Long> already = votes.stream().filter((person) -> !done.contains(person)).toList();
		return new Handout(itemId, true, names(meeting, done), names(meeting, already), List.of(),
				persons.size() - votes.size());
	}

	/** As the roll has them. */
	private static List<String> names(Meeting meeting, List<Long> persons) {
		return persons.stream().map((person) -> meeting.roll().line(person).name()).toList();
	}

	/**
	 * Declares what is in the box void, such as when its keys are lost, and lets
	 * everybody vote again who has no paper.
	 */
	void holdAgain(long meetingId, long itemId, String reason, Actor by) {
		Meeting meeting = run(meetingId, by);
		Round round = meeting.item(itemId).round();
		if (round == null || !round.isBoxUncounted()) {
			throw new Refusal.Conflict("refusal.meeting.no-box");
		}
		long voided = round.ballotId();
		this.ballots.voidIt(voided, reason, by);
		hold(meeting, meeting.item(itemId), true, by);
		this.ballots.replace(voided, round.ballotId());
		record(meeting, by, "ballot.held-again", Map.of("item", itemId));
	}

	private static Round open(Meeting meeting, long itemId) {
		Item item = meeting.item(itemId);
		if (!item.isOnBallot() || !item.round().mode().electronic() || item.round().isEnded()) {
			throw new Refusal.Conflict("refusal.meeting.no-box");
		}
		return item.round();
	}

	/** The case went elsewhere while people voted. */
	void stop(Item item, Actor by) {
		if (item.round().isBoxUncounted()) {
			this.ballots.voidIt(item.round().ballotId(), "meeting.box.case-left", by);
		}
	}

	@Override
	@Transactional(readOnly = true)
	public boolean mayWatch(long ballot, Actor reader) {
		return meeting(ballot).filter((meeting) -> this.rights.sees(reader, meeting)).isPresent();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> home(long ballot) {
		return meeting(ballot).map((meeting) -> "/meetings/" + meeting.id());
	}

	/** The meeting waits its turn before the ballot does, as everywhere. */
	@Override
	public boolean closing(long ballot) {
		Optional<Meeting> meeting = this.meetings.holding(ballot).flatMap(this.meetings::lock);
		return meeting.isEmpty() || this.guards.goesOn(meeting.get().itemOf(ballot));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> countsFirst(long ballot) {
		return meeting(ballot).filter((meeting) -> countsByHand(meeting.itemOf(ballot).round(), ballot))
			.map((meeting) -> countPage(meeting, meeting.itemOf(ballot)));
	}

	/** An earlier round has been counted for long. */
	private static boolean countsByHand(Round latest, long ballot) {
		return latest.holds(ballot) && latest.isCountedByHand();
	}

	@Override
	public void shut(long ballot, Actor by) {
		meeting(ballot).ifPresent((meeting) -> {
			Item item = meeting.itemOf(ballot);
			item.round().tellers().forEach(item::endVoting);
			record(meeting, by, "ballot.box-shut", Map.of("item", item.id()));
			tellTellers(meeting, item);
		});
	}

	@Override
	public void closed(BallotResult result, Actor by) {
		meeting(result.ballot()).ifPresent((meeting) -> {
			Item item = meeting.itemOf(result.ballot());
			item.round().tellers().forEach(item::endVoting);
			handIn(meeting, item, result, by);
			if (item.isPaperDecided()) {
				this.steps.take(meeting, "decide", by);
			}
		});
	}

	/** Opens the box when all that is counted by hand is counted, never before. */
	void countAlong(Meeting meeting, Item item, Actor by) {
		if (item.round().awaitsBox()) {
			handIn(meeting, item, this.ballots.count(item.round().ballotId(), by), by);
		}
	}

	private void handIn(Meeting meeting, Item item, BallotResult result, Actor by) {
		item.handIn(result.count(), this.clock.instant());
		record(meeting, by, "ballot.box-counted", Map.of("item", item.id(), "papers", result.papers()));
	}

	private void tellTellers(Meeting meeting, Item item) {
		Message words = Message.of("meeting.count-please", item.paperTitle());
		item.round().tellers().forEach((teller) -> this.notifications.tell(teller, words, countPage(meeting, item)));
	}

	private Optional<Meeting> meeting(long ballot) {
		return this.meetings.holding(ballot).flatMap(this.meetings::findById);
	}

	private Meeting run(long meetingId, Actor by) {
		Meeting meeting = this.meetings.lock(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
		this.rights.requireRunning(by, meeting);
		return meeting;
	}

	private void record(Meeting meeting, Actor by, String what, Map<String, Object> detail) {
		this.auditLog.record(AuditEvent.of(by, what, "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(meeting.caseId())
			.with(detail));
	}

}
