package org.leagueflow.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.springframework.stereotype.Component;

/** Sets up branches with members and takes meetings where a story needs them. */
@Component
class Hall {

	final PeopleFixture people;

	final MeetingService meetings;

	final AttendanceService attendance;

	final MeetingPageService pages;

	final Agenda agenda;

	final Cases cases;

	final UserTasks tasks;

	final BusinessClock clock;

	Hall(PeopleFixture people, MeetingService meetings, AttendanceService attendance, MeetingPageService pages,
			Agenda agenda, Cases cases, UserTasks tasks, BusinessClock clock) {
		this.people = people;
		this.meetings = meetings;
		this.attendance = attendance;
		this.pages = pages;
		this.agenda = agenda;
		this.cases = cases;
		this.tasks = tasks;
		this.clock = clock;
	}

	/** A branch with so many voting members, the first of them its secretary. */
	Branch branch(int members) {
		PeopleFixture.College college = this.people.college();
		List<Long> voters = IntStream.range(0, members).mapToObj((i) -> this.people.member(college.branch())).toList();
		this.people.appoint(voters.get(0), Roles.BRANCH_SECRETARY, college.branch());
		return new Branch(college, voters, this.people.actor(voters.get(0)));
	}

	/** Puts a candidate's case on the agenda of the branch general meeting. */
	CaseId waits(Branch branch, Long... conflicted) {
		return waits(branch, "admission-branchMeeting", MeetingKind.BRANCH_GENERAL_MEETING, branch.college().branch(),
				conflicted);
	}

	CaseId waits(Branch branch, String matter, MeetingKind kind, long unit, Long... conflicted) {
		long candidate = this.people.youth(branch.college().branch(), this.clock.today().minusYears(16));
		CaseId caseId = this.cases.open("probe", "接收团员", candidate, unit, branch.secretary());
		this.agenda
			.await(new AgendaRequest(caseId, matter, kind, unit, candidate, "接收对象" + candidate, List.of(conflicted)));
		return caseId;
	}

	long convened(Branch branch) {
		return convened(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING, branch.secretary());
	}

	/** Calls a meeting that takes up everything that waits for it. */
	long convened(long unit, MeetingKind kind, Actor by) {
		List<Long> waiting = this.agenda.waiting(unit, kind).stream().map(WaitingItem::id).toList();
		return this.meetings.convene(new Convocation(kind, unit, "三教201", this.clock.localNow(), by.personId(),
				by.personId(), "学习文件", waiting, null), by);
	}

	/** Invites and checks the first so many voters in. */
	long gathered(Branch branch, int present) {
		long meeting = convened(branch);
		this.meetings.invite(meeting, branch.secretary());
		arrive(meeting, branch, 0, present);
		return meeting;
	}

	/** Gathers and opens. */
	long open(Branch branch, int present) {
		long meeting = gathered(branch, present);
		this.meetings.open(meeting, branch.secretary());
		return meeting;
	}

	void arrive(long meeting, Branch branch, int from, int to) {
		branch.voters().subList(from, to).forEach((p) -> this.attendance.arrive(meeting, p, branch.secretary()));
	}

	void leave(long meeting, long person, Branch branch) {
		this.attendance.leave(meeting, person, branch.secretary());
	}

	long item(long meeting, CaseId caseId, Branch branch) {
		long candidate = this.cases.card(caseId).subjectPersonId();
		return page(meeting, branch).items()
			.stream()
			.filter((item) -> item.title().endsWith("接收对象" + candidate))
			.findFirst()
			.orElseThrow()
			.id();
	}

	MeetingPage page(long meeting, Branch branch) {
		return this.pages.page(meeting, branch.secretary());
	}

	/** Opens the ballot with the second and third member as tellers. */
	void ballot(long meeting, long item, Branch branch) {
		this.meetings.openBallot(meeting, item, new Tellers(branch.voters().get(1), branch.voters().get(2)),
				branch.secretary());
	}

	Item.Counting count(long meeting, long item, Branch branch, int teller, PaperCount count) {
		return this.meetings.count(meeting, item, typed(count), this.people.actor(branch.voters().get(teller)));
	}

	/** Opens the ballot and lets both tellers enter the same count. */
	Item.Counting vote(long meeting, long item, Branch branch, PaperCount count) {
		ballot(meeting, item, branch);
		count(meeting, item, branch, 1, count);
		return count(meeting, item, branch, 2, count);
	}

	/** So many in favour of those present, the others against. */
	static PaperCount papers(int present, int inFavour) {
		return papers(present, present, inFavour, present - inFavour, 0);
	}

	/** A count of a decision, with so many written opinions in favour. */
	static PaperCount papers(int handedOut, int returned, int inFavour, int against, int writtenInFavour) {
		return new PaperCount(handedOut, returned, count(inFavour, against, 0, 0), count(writtenInFavour, 0, 0, 0));
	}

	static Count count(int inFavour, int against, int abstained, int spoilt) {
		return new Count(List.of(Map.of(Mark.FOR, inFavour, Mark.AGAINST, against, Mark.ABSTAIN, abstained)), spoilt);
	}

	/** The count as a teller types it. */
	static CountForm typed(PaperCount count) {
		Map<String, String> typed = new HashMap<>();
		typed.put("handedOut", Integer.toString(count.handedOut()));
		typed.put("returned", Integer.toString(count.returned()));
		type(typed, "papers", count.papers());
		type(typed, "written", count.written());
		return new CountForm(typed);
	}

	private static void type(Map<String, String> typed, String part, Count count) {
		typed.put(part + "-spoilt", Integer.toString(count.spoilt()));
		for (int i = 0; i < count.lines().size(); i++) {
			String line = part + "-" + i + "-";
			count.lines().get(i).forEach((mark, number) -> typed.put(line + mark, number.toString()));
		}
	}

	/** The box that the meeting stands on, or null when it is over. */
	String box(long meeting, Branch branch) {
		CaseId caseId = this.pages.caseOf(meeting);
		return this.tasks.open(caseId).stream().map((task) -> task.box()).findFirst().orElse(null);
	}

	String outcome(long meeting) {
		return this.cases.card(this.pages.caseOf(meeting)).outcome();
	}

	/** A branch, its voters and its secretary. */
	record Branch(PeopleFixture.College college, List<Long> voters, Actor secretary) {
	}

}
