package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.leagueflow.ballot.Turnout;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.voting.VotingRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people in the room see, on their phones and on the wall. */
@Service
@Transactional(readOnly = true)
class HallPageService {

	private final Meetings meetings;

	private final RollEntries roll;

	private final Absences absences;

	private final Resolutions resolutions;

	private final MeetingRights rights;

	private final MeetingRules rules;

	private final CheckInCodes codes;

	private final BoxViews boxes;

	private final People people;

	private final BusinessClock clock;

	HallPageService(Meetings meetings, RollEntries roll, Absences absences, Resolutions resolutions,
			MeetingRights rights, MeetingRules rules, CheckInCodes codes, BoxViews boxes, People people,
			BusinessClock clock) {
		this.meetings = meetings;
		this.roll = roll;
		this.absences = absences;
		this.resolutions = resolutions;
		this.rights = rights;
		this.rules = rules;
		this.codes = codes;
		this.boxes = boxes;
		this.people = people;
		this.clock = clock;
	}

	HallPage page(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		RollEntry own = this.roll.of(meetingId, by.personId()).orElse(null);
		if (own == null) {
			this.rights.requireSeeing(by, meeting);
		}
		RollEntries.Headcount count = this.roll.count(meetingId);
		return new HallPage(meeting.id(), meeting.kind(), meeting.state(), this.people.unit(meeting.unitId()).name(),
				meeting.place(), meeting.startsAt(), meeting.openedAt(), meeting.closedAt(),
				this.people.person(meeting.chairId()).name(), meeting.topicLines(),
				AttendanceSummary.of(count.getEntitled(), count.getPresent(), quorum(meeting, count.getEntitled()),
						count.getGuests()),
				meeting.checkInSecret() != null, points(meeting, count.getEntitled(), by), mine(meetingId, own),
				this.rights.runs(by, meeting), meeting.isMissed(this.clock.instant()));
	}

	/**
	 * What the item on the table asks for; before the meeting opens, the strictest item
	 * that is left; without items, what this kind of meeting does.
	 */
	int quorum(Meeting meeting, int entitled) {
		String matter = meeting.kind().matter();
		return meeting.onTheTable()
			.stream()
			.mapToInt((item) -> rule(item).quorum(entitled))
			.max()
			.orElseGet(() -> (matter != null) ? this.rules.of(matter, meeting.unitId()).quorum(entitled) : 0);
	}

	private List<HallPage.Point> points(Meeting meeting, int entitled, Actor by) {
		Map<Long, ResolutionCard> resolved = this.resolutions.findByMeetingIdOrderById(meeting.id())
			.stream()
			.collect(Collectors.toMap(Resolution::itemId, Resolution::card));
		return meeting.items()
			.stream()
			.map((item) -> point(meeting, item, entitled, resolved.get(item.id()), by))
			.toList();
	}

	private HallPage.Point point(Meeting meeting, Item item, int entitled, ResolutionCard resolution, Actor by) {
		VotingRule rule = rule(item);
		return new HallPage.Point(item.id(), item.placeNo(), item.entry().title(), item.entry().matter(), item.state(),
				MeetingPage.Rule.of(rule), rule.secret(), rule.quorum(entitled),
				(resolution != null && this.rights.seesVotes(by, meeting, item)) ? resolution.wording() : null,
				item.isHead() && item.isTeller(by.personId()), tellers(item), this.boxes.booth(item, by.personId()),
				item.isHead() ? null : item.head().placeNo(), with(item));
	}

	private static List<String> with(Item item) {
		return item.onPaper()
			.stream()
			.filter((other) -> other.isOnBallot() && !other.id().equals(item.id()))
			.map((other) -> other.entry().title())
			.toList();
	}

	private List<String> tellers(Item item) {
		return item.isOnBallot() && item.isHead()
				? this.people.persons(item.round().tellers()).stream().map(People.PersonCard::name).toList()
				: List.of();
	}

	private VotingRule rule(Item item) {
		return (item.rule() != null) ? item.rule() : this.rules.of(item.entry());
	}

	/** How many have voted by phone of how many may; null while nobody does. */
	Turnout turnout(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		this.rights.requireRunning(by, meeting);
		return meeting.items().stream().map(this.boxes::turnout).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private HallPage.Mine mine(long meetingId, RollEntry own) {
		if (own == null) {
			return null;
		}
		AbsenceLine absence = this.absences.findByMeetingIdAndPersonId(meetingId, own.personId())
			.map(AbsenceLine::of)
			.orElse(null);
		return new HallPage.Mine(own.isGuest(), own.isEntitled(), own.whyNot(), own.isPresent(), own.arrivedAt(),
				own.leftAt(), absence);
	}

	/** The code of this moment, for whoever runs the meeting; null when none is good. */
	ScreenCode code(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		this.rights.requireRunning(by, meeting);
		var now = this.clock.instant();
		return (meeting.checkInSecret() != null)
				? new ScreenCode(meetingId, this.codes.code(meeting.checkInSecret(), now), this.codes.left(now)) : null;
	}

	private Meeting find(long meetingId) {
		return this.meetings.findById(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

}
