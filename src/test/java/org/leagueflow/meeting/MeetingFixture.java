package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
		this.meetings.openBallot(meeting, item, BallotMode.ELECTRONIC, tellers, true, chair);
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
