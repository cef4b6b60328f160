package org.leagueflow.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages about meetings show. */
@Service
@Transactional(readOnly = true)
class MeetingPageService {

	private final Meetings meetings;

	private final AgendaEntries entries;

	private final Resolutions resolutions;

	private final Attendances attendances;

	private final Absences absences;

	private final HallPageService hall;

	private final MeetingSteps steps;

	private final BoxLines boxes;

	private final SmallGroup small;

	private final MeetingRights rights;

	private final MeetingRules rules;

	private final Electorate electorate;

	private final People people;

	private final BusinessClock clock;

	MeetingPageService(Meetings meetings, AgendaEntries entries, Resolutions resolutions, Attendances attendances,
			Absences absences, HallPageService hall, MeetingSteps steps, BoxLines boxes, SmallGroup small,
			MeetingRights rights, MeetingRules rules, Electorate electorate, People people, BusinessClock clock) {
		this.meetings = meetings;
		this.entries = entries;
		this.resolutions = resolutions;
		this.attendances = attendances;
		this.absences = absences;
		this.hall = hall;
		this.steps = steps;
		this.boxes = boxes;
		this.small = small;
		this.rights = rights;
		this.rules = rules;
		this.electorate = electorate;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * The form for calling a meeting, prefilled from a void one when that is repeated.
	 */
	ConvenePage convene(Long unitId, MeetingKind kind, Long reconvenes, Actor by) {
		Meeting again = (reconvenes != null) ? seen(reconvenes, by) : null;
		UnitCard unit = chosenUnit((again != null) ? Long.valueOf(again.unitId()) : unitId, by);
		List<MeetingKind> kinds = Arrays.stream(MeetingKind.values())
			.filter((one) -> one.isHeldBy(unit.kind()))
			.toList();
		MeetingKind chosen = (again != null) ? again.kind() : kinds.contains(kind) ? kind : kinds.get(0);
		List<WaitingItem> waiting = this.entries
			.findByUnitIdAndKindAndStateOrderBySinceAscIdAsc(unit.id(), chosen, AgendaEntry.State.WAITING)
			.stream()
			.map(AgendaEntry::view)
			.toList();
		return new ConvenePage(this.rights.convenesFor(by), unit, kinds, chosen, waiting, leaders(unit, by),
				by.personId(), (again != null) ? again.place() : null, (again != null) ? again.topics() : null,
				reconvenes);
	}

	private UnitCard chosenUnit(Long unitId, Actor by) {
		if (unitId != null && this.rights.convenes(by, unitId)) {
			return this.people.unit(unitId);
		}
		return this.rights.convenesFor(by)
			.stream()
			.findFirst()
			.orElseThrow(() -> new Refusal.NotAllowed("refusal.meeting.not-yours"));
	}

	private List<MeetingPage.Choice> leaders(UnitCard unit, Actor by) {
		Stream<Long> holders = this.electorate.conveners(unit.id())
			.stream()
			.flatMap((role) -> this.people.holders(role, unit.id()).stream());
		List<Long> officers = Stream.concat(Stream.of(by.personId()), holders).distinct().toList();
		List<MeetingPage.Choice> choices = this.people.persons(officers)
			.stream()
			.map((person) -> new MeetingPage.Choice(person.id(), person.name()))
			.toList();
		Stream<MeetingPage.Choice> members = this.electorate.members(unit.id(), this.clock.today())
			.filter((elector) -> !officers.contains(elector.personId()))
			.map((elector) -> new MeetingPage.Choice(elector.personId(), elector.name()));
		return Stream.concat(choices.stream(), members).toList();
	}

	MeetingPage page(long meetingId, Actor by) {
		Meeting meeting = seen(meetingId, by);
		boolean runs = this.rights.runs(by, meeting);
		boolean told = meeting.items().stream().allMatch((item) -> this.rights.seesVotes(by, meeting, item));
		Map<Long, ResolutionCard> resolved = this.resolutions.findByMeetingIdOrderById(meetingId)
			.stream()
			.collect(Collectors.toMap(Resolution::itemId, Resolution::card));
		return new MeetingPage(meeting.id(), meeting.kind(), meeting.state(), unit(meeting), meeting.unitId(),
				meeting.place(), meeting.startsAt(), local(meeting.startsAt()), meeting.invitedAt(),
				meeting.checkInAt(), meeting.openedAt(), meeting.closedAt(), meeting.signedAt(),
				name(meeting.chairId()), (meeting.firstChairId() != null) ? name(meeting.firstChairId()) : null,
				name(meeting.recorderId()), meeting.topicLines(), bar(meeting), lines(meeting, false),
				lines(meeting, true),
				meeting.items().stream().map((item) -> told(meeting, item, resolved.get(item.id()), by)).toList(),
				told ? meeting.minutesText() : null, meeting.minutesRemark(), meeting.reconvenesId(),
				reconvened(meeting), !meeting.quorate(this.rules::of), this.steps.standsOn(meeting, "reconvene"),
				runs ? absences(meeting) : List.of(), runs, this.rights.signs(by, meeting),
				runs ? tellers(meeting) : List.of());
	}

	private List<MeetingPage.RollLine> lines(Meeting meeting, boolean guests) {
		Map<Long, List<MeetingPage.Move>> moves = this.attendances.findByMeetingIdOrderById(meeting.id())
			.stream()
			.collect(Collectors.groupingBy(Attendance::rollId, Collectors
				.mapping((one) -> new MeetingPage.Move(one.step(), one.how(), one.happenedAt()), Collectors.toList())));
		Set<Long> excused = this.absences.findByMeetingIdOrderById(meeting.id())
			.stream()
			.filter(Absence::isGranted)
			.map(Absence::personId)
			.collect(Collectors.toSet());
		return meeting.roll()
			.lines()
			.stream()
			.filter((line) -> line.isGuest() == guests)
			.map((line) -> new MeetingPage.RollLine(line.personId(), line.name(), line.isGuest(), line.isEntitled(),
					line.whyNot(), line.isPresent(), line.arrivedAt(), line.leftAt(), line.isLate(meeting.lateFrom()),
					line.arrivedAt() == null && excused.contains(line.personId()),
					moves.getOrDefault(line.id(), List.of())))
			.toList();
	}

	private String local(Instant moment) {
		return LocalDateTime.ofInstant(moment, this.clock.getZone()).truncatedTo(ChronoUnit.MINUTES).toString();
	}

	private Long reconvened(Meeting meeting) {
		return this.meetings.findByReconvenesId(meeting.id()).map(Meeting::id).orElse(null);
	}

	private List<AbsenceLine> absences(Meeting meeting) {
		return this.absences.findByMeetingIdOrderById(meeting.id())
			.stream()
			.map(AbsenceLine::of)
			.filter(AbsenceLine::stands)
			.toList();
	}

	private Bar bar(Meeting meeting) {
		int guests = (int) meeting.roll().lines().stream().filter(RollEntry::isGuestInTheRoom).count();
		return Bar.of(meeting.entitled(), meeting.present(), this.hall.quorum(meeting, meeting.entitled()), guests);
	}

	private MeetingPage.ItemLine told(Meeting meeting, Item item, ResolutionCard resolution, Actor by) {
		MeetingPage.ItemLine all = line(meeting, item, resolution, by);
		return this.rights.seesVotes(by, meeting, item) ? all : all.outcomeOnly();
	}

	private MeetingPage.ItemLine line(Meeting meeting, Item item, ResolutionCard resolution, Actor by) {
		MeetingRule rule = rule(item);
		Round round = item.round();
		Polling polling = new Polling(meeting, item, rule);
		int entitled = item.isOnBallot() || item.isDecided() ? item.entitled() : polling.entitled();
		int present = item.isOnBallot() || item.isDecided() ? item.present() : polling.voters().size();
		Tally tally = (resolution != null) ? resolution.tally() : Tally.uncounted(entitled, present);
		List<MeetingPage.OpinionLine> opinions = item.opinions()
			.stream()
			.map((opinion) -> new MeetingPage.OpinionLine(opinion.name(), opinion.receivedAt(),
					meeting.counts(opinion)))
			.toList();
		return new MeetingPage.ItemLine(item.id(), item.placeNo(), item.entry().title(), item.entry().matter(),
				item.state(), MeetingPage.Rule.of(rule), rule.secret(), rule.written(), rule.quorum(entitled),
				rule.neededAhead(tally, item.isOnBallot()), round != null && round.isOneIn(),
				round != null && round.differed(), item.isTeller(by.personId()),
				(round != null) ? round.written() : meeting.countableOpinions(item), opinions, resolution,
				PollLine.of(item, by.personId(), this::name), this.boxes.of(item, this.rights.runs(by, meeting), by),
				this.small.warnings(item.isUnsettled() ? polling.turnoutAgain() : polling.turnout(), meeting.unitId()));
	}

	private MeetingRule rule(Item item) {
		return (item.rule() != null) ? item.rule() : this.rules.of(item.entry());
	}

	/** Who can be named: everybody in the room, and staff who hold a post nearby. */
	private List<MeetingPage.Choice> tellers(Meeting meeting) {
		Stream<MeetingPage.Choice> room = meeting.roll()
			.lines()
			.stream()
			.filter((line) -> line.isPresent() && !line.isGuest())
			.map((line) -> new MeetingPage.Choice(line.personId(), line.name()));
		Function<UnitCard, Stream<Long>> officers = (unit) -> this.electorate.conveners(unit.id())
			.stream()
			.flatMap((role) -> this.people.holders(role, unit.id()).stream());
		List<Long> near = this.people.lineage(meeting.unitId()).stream().flatMap(officers).distinct().toList();
		Stream<MeetingPage.Choice> staff = this.people.persons(near)
			.stream()
			.filter((person) -> person.staff() && !meeting.roll().holds(person.id()))
			.map((person) -> new MeetingPage.Choice(person.id(), person.name()));
		return Stream.concat(room, staff).toList();
	}

	/** For the two tellers of the item only. */
	CountPage count(long meetingId, long itemId, Actor by) {
		Meeting meeting = find(meetingId);
		Item item = meeting.item(itemId);
		Round round = item.roundOf(by.personId());
		ResolutionCard resolution = this.resolutions.findByMeetingIdOrderById(meetingId)
			.stream()
			.filter((one) -> one.itemId() == itemId)
			.map(Resolution::card)
			.findFirst()
			.orElse(null);
		return new CountPage(meetingId, itemId, item.entry().title(), unit(meeting), MeetingPage.Rule.of(round.rule()),
				round.paper(), round.entitled(), round.present(), round.papersDue(), round.written(), round.attemptNo(),
				!round.isDecided(), round.hasCounted(by.personId()), round.differed(), resolution);
	}

	private Meeting seen(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		this.rights.requireSeeing(by, meeting);
		return meeting;
	}

	boolean runs(long meetingId, Actor by) {
		return this.rights.runs(by, find(meetingId));
	}

	/**
	 * @throws Refusal.NotAllowed to whoever does not run the meeting
	 */
	void requireRunning(long meetingId, Actor by) {
		this.rights.requireRunning(by, find(meetingId));
	}

	/** The case that moves the meeting. */
	CaseId caseOf(long meetingId) {
		return find(meetingId).caseId();
	}

	private Meeting find(long meetingId) {
		return this.meetings.findById(meetingId).orElseThrow(() -> new Refusal.NotFound("refusal.meeting.none"));
	}

	private String unit(Meeting meeting) {
		return this.people.unit(meeting.unitId()).name();
	}

	private String name(long personId) {
		return this.people.person(personId).name();
	}

}
