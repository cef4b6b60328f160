package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.PeopleFixture;
import org.springframework.stereotype.Component;

/** Holds whole meetings for stories of other modules. */
@Component
public class MeetingFixture {

	private final MeetingService meetings;

	private final AttendanceService attendance;

	private final AbsenceService absences;

	private final MeetingPageService pages;

	private final MotionService motions;

	private final HallPageService hall;

	private final Agenda agenda;

	private final Cases cases;

	private final PeopleFixture people;

	private final BusinessClock clock;

	MeetingFixture(MeetingService meetings, AttendanceService attendance, AbsenceService absences,
			MeetingPageService pages, MotionService motions, HallPageService hall, Agenda agenda, Cases cases,
			PeopleFixture people, BusinessClock clock) {
		this.meetings = meetings;
		this.attendance = attendance;
		this.absences = absences;
		this.pages = pages;
		this.motions = motions;
		this.hall = hall;
		this.agenda = agenda;
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Holds a meeting that takes up these of the cases that wait for it; each gets so
	 * many votes of those present.
	 * @param present who comes; the last two count the papers
	 */
	public long decide(MeetingKind kind, long unitId, Actor chair, List<Long> present, Map<CaseId, Integer> inFavour) {
		long meeting = gathered(kind, unitId, chair, present,
				(item) -> item.caseId() == null || inFavour.containsKey(item.caseId()));
		inFavour.forEach((caseId, votes) -> vote(meeting, chair, caseId, present, votes));
		this.meetings.close(meeting, chair);
		this.meetings.minute(meeting, "依次讨论，逐个表决。", chair);
		this.meetings.sign(meeting, chair);
		return meeting;
	}

	/**
	 * Holds a meeting that votes on these cases with one paper; each gets so many votes
	 * of those present.
	 * @param present who comes; the last two count the papers
	 */
	public long decideTogether(MeetingKind kind, long unitId, Actor chair, List<Long> present,
			Map<CaseId, Integer> inFavour) {
		long meeting = gathered(kind, unitId, chair, present, (item) -> inFavour.containsKey(item.caseId()));
		paper(meeting, chair, List.copyOf(inFavour.keySet()), present);
		countTogether(meeting, chair, inFavour, present);
		ends(meeting, chair);
		return meeting;
	}

	/** Opens the ballot on several cases with one paper. */
	public void paper(long meeting, Actor chair, List<CaseId> cases, List<Long> present) {
		paper(meeting, chair, cases, present, BallotMode.PAPER);
	}

	private void paper(long meeting, Actor chair, List<CaseId> cases, List<Long> present, BallotMode mode) {
		List<Long> items = cases.stream().map((caseId) -> item(meeting, chair, caseId)).toList();
		this.meetings.openBallot(meeting, items.get(0), items.subList(1, items.size()), mode,
				new Tellers(present.get(present.size() - 1), present.get(present.size() - 2)), true, chair);
	}

	/** The same by phone; the ballot's id. */
	public long paperByPhone(long meeting, Actor chair, List<CaseId> cases, List<Long> present) {
		paper(meeting, chair, cases, present, BallotMode.ELECTRONIC);
		return this.pages.page(meeting, chair)
			.items()
			.stream()
			.filter((one) -> one.box() != null)
			.map((one) -> one.box().ballot())
			.findFirst()
			.orElseThrow();
	}

	/** Both tellers count a paper of several cases the same. */
	public void countTogether(long meeting, Actor chair, Map<CaseId, Integer> inFavour, List<Long> present) {
		Map<Long, Integer> votes = new TreeMap<>();
		inFavour.forEach((caseId, number) -> votes.put(item(meeting, chair, caseId), number));
		PaperCount count = new PaperCount(present.size(), present.size(),
				new Count(votes.values()
					.stream()
					.map((number) -> Map.of(Mark.FOR, number, Mark.AGAINST, present.size() - number))
					.toList(), 0),
				new Count(votes.values().stream().map((number) -> Map.<Mark, Integer>of()).toList(), 0));
		long item = votes.keySet().iterator().next();
		List.of(1, 2)
			.forEach((last) -> this.meetings.count(meeting, item, Hall.typed(count),
					this.people.actor(present.get(present.size() - last))));
	}

	/**
	 * Holds a branch meeting that votes on the persons whom other modules put to the
	 * vote; who is not named gets no vote.
	 * @param present who comes; the last two count the papers
	 */
	public long votesOnPersons(long unitId, Actor chair, List<Long> present, Map<Long, Integer> inFavour) {
		long meeting = opensOnPersons(unitId, chair, present);
		long item = this.pages.page(meeting, chair).items().get(0).id();
		ballotOnPersons(meeting, item, chair, present.get(present.size() - 1), present.get(present.size() - 2), false);
		List<Map<Mark, Integer>> lines = persons(meeting, chair).stream()
			.map((person) -> inFavour.getOrDefault(person, 0))
			.map((votes) -> Map.of(Mark.FOR, votes, Mark.AGAINST, present.size() - votes))
			.toList();
		CountForm count = Hall.typed(new PaperCount(present.size(), present.size(), new Count(lines, 0),
				new Count(lines.stream().map((line) -> Map.<Mark, Integer>of()).toList(), 0)));
		List.of(1, 2)
			.forEach((last) -> this.meetings.count(meeting, item, count,
					this.people.actor(present.get(present.size() - last))));
		ends(meeting, chair);
		return meeting;
	}

	/** Opens a branch meeting on the persons whom other modules put to the vote. */
	public long opensOnPersons(long unitId, Actor chair, List<Long> present) {
		return gathered(MeetingKind.BRANCH_GENERAL_MEETING, unitId, chair, present,
				(item) -> item.caseId() == null && !item.moved());
	}

	/** Who stands on the one item's paper, in its order. */
	public List<Long> persons(long meeting, Actor chair) {
		return this.pages.page(meeting, chair)
			.items()
			.get(0)
			.poll()
			.paper()
			.lines()
			.stream()
			.map(Paper.Line::id)
			.toList();
	}

	/** Opens the ballot on the one item of a meeting. */
	public void ballotOnPersons(long meeting, Actor chair, long tellerOne, long tellerTwo, boolean byPhone) {
		ballotOnPersons(meeting, this.pages.page(meeting, chair).items().get(0).id(), chair, tellerOne, tellerTwo,
				byPhone);
	}

	private void ballotOnPersons(long meeting, long item, Actor chair, long one, long two, boolean byPhone) {
		this.meetings.openBallot(meeting, item, List.of(), byPhone ? BallotMode.ELECTRONIC : BallotMode.PAPER,
				new Tellers(one, two), true, chair);
	}

	/** What the meeting put into its resolutions, in words. */
	public List<String> wordings(long meeting, Actor chair) {
		return this.pages.page(meeting, chair).items().stream().map((item) -> item.resolution().wording()).toList();
	}

	/**
	 * Tries to take an entry off the agenda as its branch does with what people moved.
	 */
	public void takesBack(long entry, Actor by) {
		this.motions.withdraw(entry, by);
	}

	/** What waits for the branch's meeting that no case waits for. */
	public List<Long> motions(long unitId) {
		return this.agenda.waiting(unitId, MeetingKind.BRANCH_GENERAL_MEETING)
			.stream()
			.filter((item) -> item.caseId() == null)
			.map(WaitingItem::id)
			.toList();
	}

	/** Somebody stays out of the vote on a case. */
	public void recuses(long meeting, Actor chair, CaseId caseId, long person) {
		this.meetings.recuse(meeting, item(meeting, chair, caseId), person, "亲属", chair);
	}

	/** Somebody goes before the end. */
	public void leaves(long meeting, long person, Actor chair) {
		this.attendance.leave(meeting, person, chair);
	}

	/** Holds a meeting to which too few come. */
	public void inVain(MeetingKind kind, long unitId, Actor chair, List<Long> present) {
		this.meetings.giveUp(gathered(kind, unitId, chair, present), chair);
	}

	/** Opens a meeting on everything that waits, and leaves it open. */
	public long opens(MeetingKind kind, long unitId, Actor chair, List<Long> present) {
		return gathered(kind, unitId, chair, present);
	}

	/** A member asks for leave from a meeting that is called for it. */
	public long asksForLeave(long unitId, Actor chair, Actor member) {
		long meeting = this.meetings.convene(new Convocation(MeetingKind.BRANCH_GENERAL_MEETING, unitId, "会议室",
				this.clock.localNow(), chair.personId(), chair.personId(), null, List.of(), null), chair);
		this.absences.ask(meeting, "参加比赛", member);
		return this.hall.page(meeting, member).mine().absence().id();
	}

	/** How many wait for a meeting of this kind. */
	public int waits(long unitId, MeetingKind kind) {
		return this.agenda.waiting(unitId, kind).size();
	}

	/** Opens the ballot on a case and lets only the first teller count. */
	public void ballot(long meeting, Actor chair, CaseId caseId, List<Long> present) {
		Tellers tellers = new Tellers(present.get(present.size() - 1), present.get(present.size() - 2));
		this.meetings.openBallot(meeting, item(meeting, chair, caseId), tellers, chair);
		this.meetings.count(meeting, item(meeting, chair, caseId), Hall.typed(Hall.papers(present.size(), 1)),
				this.people.actor(tellers.one()));
	}

	/** Opens a ballot by phone on a case with the last two as tellers; its id. */
	public long ballotByPhone(long meeting, Actor chair, CaseId caseId, List<Long> present) {
		Tellers tellers = new Tellers(present.get(present.size() - 1), present.get(present.size() - 2));
		long item = item(meeting, chair, caseId);
		this.meetings.openBallot(meeting, item, List.of(), BallotMode.ELECTRONIC, tellers, true, chair);
		return this.pages.page(meeting, chair)
			.items()
			.stream()
			.filter((one) -> one.id() == item)
			.findFirst()
			.orElseThrow()
			.box()
			.ballot();
	}

	/** The second teller counts the same as the first; says what came of it. */
	public String secondCount(long meeting, Actor chair, CaseId caseId, List<Long> present) {
		Actor teller = this.people.actor(present.get(present.size() - 2));
		return this.meetings
			.count(meeting, item(meeting, chair, caseId), Hall.typed(Hall.papers(present.size(), 1)), teller)
			.name();
	}

	/** Puts a general motion on the agenda of the branch; returns its agenda entry. */
	public long moves(long branch, Actor by) {
		Motion motion = new Motion("general", MeetingKind.BRANCH_GENERAL_MEETING, branch, "讨论活动方案", List.of(), 1);
		return this.motions.put(motion, List.of(), null, by);
	}

	/** Ends a meeting that has nothing left to decide. */
	public void ends(long meeting, Actor chair) {
		this.meetings.close(meeting, chair);
		this.meetings.minute(meeting, "无。", chair);
		this.meetings.sign(meeting, chair);
	}

	private long gathered(MeetingKind kind, long unitId, Actor chair, List<Long> present) {
		return gathered(kind, unitId, chair, present, (item) -> true);
	}

	private long gathered(MeetingKind kind, long unitId, Actor chair, List<Long> present,
			Predicate<WaitingItem> which) {
		List<Long> waiting = this.agenda.waiting(unitId, kind).stream().filter(which).map(WaitingItem::id).toList();
		long meeting = this.meetings.convene(new Convocation(kind, unitId, "会议室", this.clock.localNow(),
				chair.personId(), chair.personId(), null, waiting, null), chair);
		this.meetings.invite(meeting, chair);
		present.forEach((person) -> this.attendance.arrive(meeting, person, chair));
		this.meetings.open(meeting, chair);
		return meeting;
	}

	/** The meeting votes on a case with so many in favour of all who came. */
	public void vote(long meeting, Actor chair, CaseId caseId, List<Long> present, int inFavour) {
		long item = item(meeting, chair, caseId);
		Tellers tellers = new Tellers(present.get(present.size() - 1), present.get(present.size() - 2));
		this.meetings.openBallot(meeting, item, tellers, chair);
		CountForm count = Hall.typed(Hall.papers(present.size(), inFavour));
		this.meetings.count(meeting, item, count, this.people.actor(tellers.one()));
		this.meetings.count(meeting, item, count, this.people.actor(tellers.two()));
	}

	public long item(long meeting, Actor chair, CaseId caseId) {
		String name = this.cases.card(caseId).subjectName();
		return this.pages.page(meeting, chair)
			.items()
			.stream()
			.filter((one) -> one.title().endsWith(name))
			.findFirst()
			.orElseThrow()
			.id();
	}

}
