package org.leagueflow.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.voting.VoteTally;
import org.leagueflow.voting.VotingRule;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages about meetings show. */
@Service
@Transactional(readOnly = true)
class MeetingPageService {

	/** Persons that a form lists; of more than these the page finds those sought. */
	private static final int MAX_LISTED = 500;

	private final Meetings meetings;

	private final Rounds rounds;

	private final DocumentTexts texts;

	private final AgendaEntries entries;

	private final Resolutions resolutions;

	private final Attendances attendances;

	private final Absences absences;

	private final HallPageService hall;

	private final MeetingSteps steps;

	private final BoxViews boxes;

	private final SmallBallotCheck small;

	private final MeetingRights rights;

	private final MeetingRules rules;

	private final Electorate electorate;

	private final People people;

	private final BusinessClock clock;

	MeetingPageService(Meetings meetings, Rounds rounds, DocumentTexts texts, AgendaEntries entries,
			Resolutions resolutions, Attendances attendances, Absences absences, HallPageService hall,
			MeetingSteps steps, BoxViews boxes, SmallBallotCheck small, MeetingRights rights, MeetingRules rules,
			Electorate electorate, People people, BusinessClock clock) {
		this.meetings = meetings;
		this.rounds = rounds;
		this.texts = texts;
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
	 * The form for calling a meeting, prefilled from a void one when that is repeated,
	 * otherwise from the last one of its kind.
	 * @param sought whom to find as chair or recorder, by name, pinyin or number; may be
	 * null
	 */
	ConvenePage convene(Long unitId, MeetingKind kind, Long reconvenes, String sought, Actor by) {
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
		Meeting last = (again != null) ? again
				: this.meetings.latest(unit.id(), chosen, Limit.of(1)).stream().findFirst().orElse(null);
		List<PersonChoice> leaders = leaders(unit, sought, by);
		return new ConvenePage(this.rights.convenesFor(by), unit, kinds, chosen, waiting,
				leaders.stream().limit(MAX_LISTED).toList(), leaders.size() > MAX_LISTED, sought, by.personId(),
				(last != null) ? last.place() : null, preset(last),
				this.clock.localNow().truncatedTo(ChronoUnit.MINUTES).toString(),
				(again != null) ? again.topics() : null, reconvenes);
	}

	/**
	 * The weekday and time of day of the last one, soon; without one the next half hour.
	 */
	private String preset(Meeting last) {
		LocalDateTime now = this.clock.localNow().truncatedTo(ChronoUnit.MINUTES);
		if (last == null) {
			return now.plusMinutes(30 - now.getMinute() % 30).toString();
		}
		LocalDateTime due = LocalDateTime.ofInstant(last.startsAt(), this.clock.getZone());
		LocalDateTime next = now.toLocalDate()
			.with(TemporalAdjusters.nextOrSame(due.getDayOfWeek()))
			.atTime(due.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
		return (next.isAfter(now) ? next : next.plusWeeks(1)).toString();
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

	/** Who can take the chair or the minutes: the committee first, then by pinyin. */
	private List<PersonChoice> leaders(UnitCard unit, String sought, Actor by) {
		Set<Long> officers = Stream.concat(Stream.of(by.personId()),
				this.electorate.conveners(unit.id())
					.stream()
					.flatMap((role) -> this.people.holders(role, unit.id()).stream()))
			.collect(Collectors.toSet());
		List<Long> members = this.electorate.members(unit.id(), this.clock.today())
			.map(People.Elector::personId)
			.filter((member) -> !officers.contains(member))
			.toList();
		boolean all = sought == null || sought.isBlank();
		return PersonChoice.sorted(Stream
			.concat(this.people.persons(officers).stream().map((person) -> PersonChoice.of(person, true)),
					this.people.persons(members).stream().map((person) -> PersonChoice.of(person, false)))
			.filter((one) -> all || one.leading() || one.matches(sought)));
	}

	MeetingPage page(long meetingId, Actor by) {
		Meeting meeting = seen(meetingId, by);
		boolean runs = this.rights.runs(by, meeting);
		boolean told = meeting.items().stream().allMatch((item) -> this.rights.seesVotes(by, meeting, item));
		Map<Long, ResolutionCard> resolved = this.resolutions.findByMeetingIdOrderById(meetingId)
			.stream()
			.collect(Collectors.toMap(Resolution::itemId, Resolution::card));
		List<PersonChoice> counters = runs ? counters(meeting) : List.of();
		List<Long> remembered = runs ? remembered(meeting) : List.of();
		return new MeetingPage(meeting.id(), meeting.kind(), meeting.state(), unit(meeting), meeting.unitId(),
				meeting.place(), meeting.startsAt(), local(meeting.startsAt()), meeting.invitedAt(),
				meeting.checkInAt(), meeting.openedAt(), meeting.closedAt(), meeting.signedAt(),
				name(meeting.chairId()), (meeting.firstChairId() != null) ? name(meeting.firstChairId()) : null,
				name(meeting.recorderId()), meeting.topicLines(), bar(meeting), lines(meeting, false),
				lines(meeting, true),
				meeting.items()
					.stream()
					.map((item) -> told(meeting, item, resolved.get(item.id()),
							runs ? naming(meeting, item, counters, remembered) : MeetingPage.Naming.NONE, by))
					.toList(),
				told ? meeting.minutesText() : null, meeting.minutesRemark(), meeting.reconvenesId(),
				reconvened(meeting), !meeting.quorate(this.rules::of), this.steps.standsOn(meeting, "reconvene"),
				runs ? absences(meeting) : List.of(), runs, this.rights.signs(by, meeting), counters,
				meeting.isMissed(this.clock.instant()), meeting.isDue(this.clock.instant()),
				runs ? this.texts.minutes(meeting) : null);
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
			.sorted(Comparator.comparing(RollEntry::name, Pinyin.ORDER))
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

	private AttendanceSummary bar(Meeting meeting) {
		int guests = (int) meeting.roll().lines().stream().filter(RollEntry::isGuestInTheRoom).count();
		return AttendanceSummary.of(meeting.entitled(), meeting.present(),
				this.hall.quorum(meeting, meeting.entitled()), guests);
	}

	private MeetingPage.ItemLine told(Meeting meeting, Item item, ResolutionCard resolution, MeetingPage.Naming naming,
			Actor by) {
		MeetingPage.ItemLine all = line(meeting, item, resolution, naming, by);
		return this.rights.seesVotes(by, meeting, item) ? all : all.outcomeOnly();
	}

	/**
	 * Who may count this item; those who counted last are chosen, where they may again.
	 */
	private MeetingPage.Naming naming(Meeting meeting, Item item, List<PersonChoice> counters, List<Long> remembered) {
		if (!item.isLeft()) {
			return MeetingPage.Naming.NONE;
		}
		Polling polling = new Polling(meeting, item, rule(item));
		List<Long> ids = counters.stream().map(PersonChoice::id).toList();
		List<PersonChoice> may = counters.stream().filter((one) -> polling.mayCount(one.id(), ids)).toList();
		List<Long> again = remembered.stream()
			.filter((teller) -> may.stream().anyMatch((one) -> one.id() == teller))
			.toList();
		return new MeetingPage.Naming(may, again.isEmpty() ? null : again.get(0),
				(again.size() < 2) ? null : again.get(1));
	}

	/**
	 * The tellers of this meeting's last ballot, else of the last one that the body held.
	 */
	private List<Long> remembered(Meeting meeting) {
		if (meeting.state() != Meeting.State.OPEN) {
			return List.of();
		}
		return meeting.items()
			.stream()
			.flatMap((item) -> item.rounds().stream())
			.max(Comparator.comparing(Round::openedAt))
			.or(() -> this.rounds.latest(meeting.unitId(), meeting.kind(), Limit.of(1)).stream().findFirst())
			.map(Round::tellers)
			.orElse(List.of());
	}

	private MeetingPage.ItemLine line(Meeting meeting, Item item, ResolutionCard resolution, MeetingPage.Naming naming,
			Actor by) {
		VotingRule rule = rule(item);
		Round round = item.isHead() ? item.round() : null;
		Polling polling = new Polling(meeting, item, rule);
		int entitled = item.isOnBallot() || item.isDecided() ? item.entitled() : polling.entitled();
		int present = item.isOnBallot() || item.isDecided() ? item.present() : polling.voters().size();
		VoteTally tally = (resolution != null) ? resolution.tally() : VoteTally.uncounted(entitled, present);
		List<MeetingPage.OpinionLine> opinions = item.opinions()
			.stream()
			.map((opinion) -> new MeetingPage.OpinionLine(opinion.name(), opinion.receivedAt(),
					meeting.counts(opinion)))
			.toList();
		return new MeetingPage.ItemLine(item.id(), item.placeNo(), item.entry().title(), item.entry().matter(),
				item.state(), MeetingPage.Rule.of(rule), rule.secret(), rule.written(), rule.quorum(entitled),
				rule.neededAhead(tally, item.isOnBallot()), round != null && round.isOneIn(),
				round != null && round.differed(), round != null && item.isTeller(by.personId()),
				item.isOnBallot() && round != null && round.awaitsCount(by.personId()),
				(round != null) ? round.written() : meeting.countableOpinions(item), opinions, resolution,
				PollLine.of(item, by.personId(), this::name),
				this.boxes.of(meeting, item, this.rights.runs(by, meeting), by),
				this.small.warnings(item.isUnsettled() ? polling.turnoutAgain() : polling.turnout(), meeting.unitId()),
				naming, item.isHead() ? null : item.head().placeNo(), joining(meeting, item, polling));
	}

	/** What could stand on the same paper. */
	private List<MeetingPage.Joining> joining(Meeting meeting, Item item, Polling polling) {
		return !item.isPending() ? List.of()
				: meeting.pending()
					.stream()
					.filter((other) -> polling.joins(other, rule(other)))
					.map((other) -> new MeetingPage.Joining(other.id(), other.entry().title()))
					.toList();
	}

	private VotingRule rule(Item item) {
		return (item.rule() != null) ? item.rule() : this.rules.of(item.entry());
	}

	/** Who can be named: everybody in the room, and staff who hold a post nearby. */
	private List<PersonChoice> counters(Meeting meeting) {
		Stream<Long> room = meeting.roll()
			.lines()
			.stream()
			.filter((line) -> line.isPresent() && !line.isGuest())
			.map(RollEntry::personId);
		Function<UnitCard, Stream<Long>> officers = (unit) -> this.electorate.conveners(unit.id())
			.stream()
			.flatMap((role) -> this.people.holders(role, unit.id()).stream());
		List<Long> near = this.people.lineage(meeting.unitId()).stream().flatMap(officers).distinct().toList();
		Stream<Long> staff = this.people.persons(near)
			.stream()
			.filter((person) -> person.staff() && !meeting.roll().holds(person.id()))
			.map(PersonCard::id);
		return PersonChoice.of(this.people.persons(Stream.concat(room, staff).toList()));
	}

	/**
	 * All that the reader counts at this meeting: what is open, and what both counted.
	 * @throws Refusal.NotAllowed to whoever is teller of nothing there
	 */
	CountSheet sheet(long meetingId, Actor by) {
		Meeting meeting = find(meetingId);
		if (!meeting.hasTeller(by.personId())) {
			throw new Refusal.NotAllowed("refusal.meeting.not-a-teller");
		}
		return new CountSheet(meetingId, unit(meeting),
				meeting.items()
					.stream()
					.filter((item) -> item.isHead() && item.isTeller(by.personId()) && item.round().isVoted()
							&& item.round().isCountedByHand())
					.map((item) -> count(meetingId, item.id(), by))
					.toList());
	}

	/** For the two tellers of the item only. */
	CountPage count(long meetingId, long itemId, Actor by) {
		Meeting meeting = find(meetingId);
		Item item = meeting.item(itemId);
		Round round = item.roundOf(by.personId());
		List<Long> lines = item.onPaper().stream().map(Item::id).toList();
		List<ResolutionCard> resolved = this.resolutions.findByMeetingIdOrderById(meetingId)
			.stream()
			.filter((one) -> lines.contains(one.itemId()))
			.map(Resolution::card)
			.toList();
		return new CountPage(meetingId, itemId, item.paperTitle(), unit(meeting), MeetingPage.Rule.of(round.rule()),
				round.paper(), round.entitled(), round.present(), round.papersDue(), round.written(), round.attemptNo(),
				!round.isDecided(), round.hasCounted(by.personId()), round.differed(), resolved);
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
