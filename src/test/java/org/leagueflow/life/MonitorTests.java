package org.leagueflow.life;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.deadline.DeadlineRun;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.life.Classroom.Branch;
import org.leagueflow.life.DutyStatus.State;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture.College;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.PolicyFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is held and what is not, seen from the branch and from above. */
@StoryTest
class MonitorTests {

	@Autowired
	Classroom room;

	@Autowired
	BranchService branches;

	@Autowired
	OverviewService overviews;

	@Autowired
	UrgeService urges;

	@Autowired
	VacationService vacations;

	@Autowired
	ReminderService reminders;

	@Autowired
	DeadlineRun deadlines;

	@Autowired
	OverviewExport export;

	@Autowired
	PolicyFixture policies;

	@Autowired
	Ledger ledger;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void today() {
		this.room.clock.offset(Duration.ZERO);
	}

	private DutyStatus status(Branch branch, Duty duty) {
		return this.branches.statuses(branch.id(), branch.secretary()).get(duty.ordinal());
	}

	@Test
	void signedMeetingsCountInThePeriodInWhichTheyTookPlace() {
		this.room.on("2026-11-04");
		Branch branch = this.room.branch(3);
		assertThat(status(branch, Duty.BRANCH_MEETING).state()).isEqualTo(State.DUE);
		this.room.facade.convene(MeetingKind.BRANCH_GENERAL_MEETING, branch.id(), "三教201", this.room.clock.localNow(),
				null, branch.secretary());
		assertThat(status(branch, Duty.BRANCH_MEETING).coming()).isEqualTo(1);
		this.room.meets(branch, MeetingKind.BRANCH_GENERAL_MEETING, branch.members());
		assertThat(status(branch, Duty.BRANCH_MEETING).state()).isEqualTo(State.MET);
		this.room.on("2026-12-01");
		assertThat(status(branch, Duty.BRANCH_MEETING).state()).isEqualTo(State.DUE);
		this.room.on("2027-01-04");
		DutyStatus missed = status(branch, Duty.BRANCH_MEETING);
		assertThat(missed.state()).isEqualTo(State.OVERDUE);
		assertThat(missed.overdueSince()).isEqualTo("2027-01-01");
		assertThat(missed.lastHeld()).isEqualTo("2026-11-04");
	}

	@Test
	void electionsAndAppraisalsAreBranchMeetingsTooAndCancelledOnesAreNone() {
		this.room.on("2026-11-04");
		Branch branch = this.room.branch(3);
		this.room.meets(branch, MeetingKind.ELECTION_MEETING, branch.members());
		assertThat(status(branch, Duty.BRANCH_MEETING).held()).isEqualTo(1);
		assertThat(status(branch, Duty.LEAGUE_CLASS).held()).isZero();
		this.room.held(branch, branch.members());
		assertThat(status(branch, Duty.LEAGUE_CLASS).state()).isEqualTo(State.MET);
	}

	@Test
	void aBranchWithoutACommitteeHasNoneToMeetAndOneWithIsAskedTwiceAMonth() {
		this.room.on("2026-11-04");
		Branch branch = this.room.branch(3);
		assertThat(status(branch, Duty.COMMITTEE_MEETING).state()).isEqualTo(State.FREE);
		assertThat(status(branch, Duty.GROUP_MEETING).state()).isEqualTo(State.FREE);
		this.room.people.appoint(branch.members().get(0), Roles.BRANCH_COMMITTEE, branch.id());
		this.room.people.appoint(branch.members().get(1), Roles.BRANCH_COMMITTEE, branch.id());
		assertThat(status(branch, Duty.COMMITTEE_MEETING).required()).isEqualTo(2);
		Branch again = new Branch(branch.college(), branch.members(),
				this.room.people.actor(branch.secretary().personId()), branch.committee());
		this.room.meets(again, MeetingKind.BRANCH_COMMITTEE, branch.members().subList(0, 2));
		assertThat(status(branch, Duty.COMMITTEE_MEETING).lacking()).isEqualTo(1);
	}

	@Test
	void aUnitAboveChoosesHowOften() {
		this.room.on("2026-11-04");
		Branch branch = this.room.branch(3);
		this.policies.set(branch.college().committee(), LifeRules.BRANCH_MEETING, "1/QUARTER", branch.committee());
		DutyStatus quarterly = status(branch, Duty.BRANCH_MEETING);
		assertThat(quarterly.until()).isEqualTo("2026-12-31");
		assertThat(quarterly.effective().setBy()).isEqualTo(branch.college().committee());
		this.policies.set(branch.college().committee(), LifeRules.GROUP_MEETING, "1/MONTH", branch.committee());
		assertThat(status(branch, Duty.GROUP_MEETING).note().key()).isEqualTo("life.free.groups");
		this.room.people.unit(branch.id(), UnitKind.GROUP, null);
		assertThat(status(branch, Duty.GROUP_MEETING).state()).isEqualTo(State.DUE);
	}

	@Test
	void aClassOfTheGeneralBranchCountsForTheBranchesFromWhichMembersCame() {
		this.room.on("2026-11-24");
		Branch first = this.room.branch(3);
		College college = first.college();
		long away = this.room.people.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS");
		Branch other = this.room
			.branch(new College(college.county(), college.committee(), college.generalBranch(), away), 2);
		Actor general = this.room.people.holder(Roles.GENERAL_BRANCH, college.generalBranch());
		long meeting = this.room.calls(college.generalBranch(), "学党史", general);
		assertThat(status(first, Duty.LEAGUE_CLASS).coming()).isEqualTo(1);
		assertThat(status(other, Duty.LEAGUE_CLASS).coming()).isEqualTo(1);
		this.room.answer(meeting, "invite", Map.of(), general);
		this.room.answer(meeting, "checkIn", Map.of(), general);
		this.room.facade.arrive(meeting, first.members().get(1), general);
		this.room.answer(meeting, "open", Map.of(), general);
		this.room.plan(meeting, general);
		this.room.finish(meeting, general);
		assertThat(status(first, Duty.LEAGUE_CLASS).state()).isEqualTo(State.MET);
		assertThat(status(other, Duty.LEAGUE_CLASS).state()).isEqualTo(State.DUE);
		assertThat(this.branches.page(first.id(), null, first.secretary()).calendar().meetings()).first()
			.satisfies((record) -> assertThat(record.came() + " of " + record.entitled()).isEqualTo("1 of 3"));
		assertThat(this.ledger.total(first.members().get(1), EntryKind.STUDY_HOURS, null, null)).isEqualTo(15);
	}

	@Test
	void theMeetingsOfAGroupCountForItsBranch() {
		this.room.on("2026-11-04");
		Branch branch = this.room.branch(3);
		long group = this.room.people.unit(branch.id(), UnitKind.GROUP, null);
		this.room.people.appoint(branch.members().get(1), Roles.GROUP_LEADER, group);
		Actor leader = this.room.people.actor(branch.members().get(1));
		this.room.facade.convene(MeetingKind.GROUP_MEETING, group, "宿舍", this.room.clock.localNow(), "学习", leader);
		this.policies.set(branch.college().committee(), LifeRules.GROUP_MEETING, "1/MONTH", branch.committee());
		assertThat(status(branch, Duty.GROUP_MEETING).coming()).isEqualTo(1);
	}

	@Test
	void thePageShowsTheMonthWhatIsUnfinishedAndHowManyCame() {
		this.room.on("2026-11-04");
		Branch branch = this.room.branch(4);
		this.room.meets(branch, MeetingKind.BRANCH_GENERAL_MEETING, branch.members().subList(0, 2));
		this.room.opened(branch, branch.members());
		BranchPage page = this.branches.page(branch.id(), null, branch.secretary());
		assertThat(page.calendar().month()).isEqualTo(YearMonth.of(2026, 11));
		assertThat(page.calendar().weeks()).hasSize(6).allSatisfy((week) -> assertThat(week).hasSize(7));
		assertThat(page.calendar().meetings()).hasSize(2);
		assertThat(page.unfinished()).hasSize(1);
		assertThat(page.attended().enough()).as("two of four are not more than half").isFalse();
		assertThat(this.branches.page(branch.id(), YearMonth.of(2026, 12), branch.secretary()).calendar().meetings())
			.isEmpty();
		for (String month : List.of("2020-01", "2029-01")) {
			assertThatThrownBy(() -> this.branches.page(branch.id(), YearMonth.parse(month), branch.secretary()))
				.isInstanceOf(Refusal.Invalid.class);
		}
	}

	@Test
	void theNextClassIsProposedForWednesdayUntilItIsCalled() {
		this.room.on("2026-11-23");
		Branch branch = this.room.branch(3);
		BranchPage page = this.branches.page(branch.id(), null, branch.secretary());
		assertThat(page.proposals()).extracting((one) -> one.startsAt().toString())
			.containsExactly("2026-11-25T15:00", "2026-12-02T15:00");
		long meeting = this.room.classes
			.convene(branch.id(), page.proposals().get(0).startsAt(), "阶梯教室", "学党史", null, branch.secretary())
			.orElseThrow();
		assertThat(this.room.facade.record(meeting, branch.secretary()).topics()).isEqualTo("学党史");
		BranchPage then = this.branches.page(branch.id(), null, branch.secretary());
		assertThat(then.proposals()).hasSize(1).first().satisfies((one) -> assertThat(one.place()).isEqualTo("阶梯教室"));
		Actor member = this.room.people.actor(branch.members().get(1));
		assertThat(this.branches.page(branch.id(), null, member).proposals()).isEmpty();
		assertThatThrownBy(
				() -> this.room.classes.convene(branch.id(), this.room.clock.localNow(), "x", null, null, member))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.room.classes.convene(branch.id(), this.room.clock.localNow().minusDays(2), "x",
				null, null, branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(
				() -> this.room.classes.convene(branch.id(), null, null, "长".repeat(101), null, branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void onlyThoseConcernedSeeABranch() {
		Branch branch = this.room.branch(3);
		Branch other = this.room.branch(2);
		Actor member = this.room.people.actor(branch.members().get(1));
		for (Actor reader : List.of(branch.secretary(), member, branch.committee(),
				this.room.people.holder(Roles.AUDITOR, branch.college().county()))) {
			assertThat(this.branches.page(branch.id(), null, reader).branch().id()).isEqualTo(branch.id());
		}
		for (Actor reader : List.of(other.secretary(), other.committee(),
				this.room.people.actor(other.members().get(1)))) {
			assertThatThrownBy(() -> this.branches.page(branch.id(), null, reader))
				.isInstanceOf(Refusal.NotFound.class);
		}
		assertThatThrownBy(() -> this.branches.page(branch.college().committee(), null, branch.committee()))
			.as("a committee is no branch")
			.isInstanceOf(Refusal.NotFound.class);
	}

	/** Three branches: one on time, one behind since November, one without secretary. */
	private List<Branch> college() {
		this.room.on("2026-10-07");
		Branch first = this.room.branch(3);
		College college = first.college();
		long behind = this.room.people.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS");
		List<Branch> all = List.of(first, this.room
			.branch(new College(college.county(), college.committee(), college.generalBranch(), behind), 2));
		long empty = this.room.people.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS");
		this.room.people.unit(college.generalBranch(), UnitKind.BRANCH, "FUNCTIONAL");
		this.room.meets(all.get(1), MeetingKind.BRANCH_GENERAL_MEETING, all.get(1).members());
		List.of(first.id(), empty)
			.forEach((id) -> this.jdbc.sql("INSERT INTO life_branch VALUES (?, '2026-12-01')").param(id).update());
		this.room.on("2026-12-07");
		this.room.meets(first, MeetingKind.BRANCH_GENERAL_MEETING, first.members());
		this.room.held(first, first.members());
		return all;
	}

	@Test
	void thoseAboveSeeWhoIsBehindFirstAndCanNarrowItDown() {
		List<Branch> branches = college();
		Actor committee = branches.get(0).committee();
		Overview overview = this.overviews.overview(new OverviewFilter(null, null, null, null), committee);
		assertThat(overview.branches()).as("the functional one is not watched").isEqualTo(3);
		assertThat(overview.rows().get(0).branch().id()).isEqualTo(branches.get(1).id());
		assertThat(overview.rows().get(0).overdueSince()).isNotNull();
		assertThat(overview.rows().get(0).urgeable()).isTrue();
		Overview.Sum meetings = overview.sums().get(Duty.BRANCH_MEETING.ordinal());
		assertThat(meetings).isEqualTo(new Overview.Sum(Duty.BRANCH_MEETING, 1, 1, 1, 0));
		assertThat(
				this.overviews.overview(new OverviewFilter(null, Duty.BRANCH_MEETING, State.OVERDUE, null), committee)
					.total())
			.isEqualTo(1);
		assertThat(this.overviews.overview(new OverviewFilter(null, null, null, 5), committee).rows()).isEmpty();
		Branch other = this.room.branch(1);
		assertThat(this.overviews.overview(new OverviewFilter(null, null, null, -1), other.committee()).branches())
			.isEqualTo(1);
		assertThatThrownBy(() -> this.overviews.overview(
				new OverviewFilter(branches.get(0).college().generalBranch(), null, null, null), other.committee()))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void theFileHasALinePerBranchAndDutyAndNoFormulas() throws Exception {
		List<Branch> branches = college();
		this.jdbc.sql("UPDATE unit SET name = '=cmd()' WHERE id = ?").param(branches.get(1).id()).update();
		OverviewFilter filter = new OverviewFilter(null, null, State.OVERDUE, null);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.export.write(this.overviews.all(filter, branches.get(0).committee()), filter, Locale.SIMPLIFIED_CHINESE,
				out);
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			Row heading = book.getSheetAt(0).getRow(0);
			assertThat(heading.getCell(1).getStringCellValue()).isEqualTo("团支部");
			Row line = book.getSheetAt(0).getRow(1);
			assertThat(line.getCell(1).getStringCellValue()).isEqualTo("'=cmd()");
			assertThat(line.getCell(2).getStringCellValue()).isEqualTo("支部大会");
			assertThat(line.getCell(3).getStringCellValue()).isEqualTo("每月至少 1 次");
			assertThat(line.getCell(5).getStringCellValue()).isEqualTo("落后");
			assertThat(line.getCell(9).getStringCellValue()).isEqualTo("2026-12-01");
			assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
		}
	}

	@Test
	void aBranchThatIsBehindIsUrgedOnceADayAndItsSecretaryIsTold() {
		List<Branch> branches = college();
		Actor committee = branches.get(0).committee();
		List<Long> ids = branches.stream().map(Branch::id).toList();
		assertThat(this.urges.urge(ids, committee)).isEqualTo(new UrgeService.Result(1, 0, 1, 0));
		assertThat(told(branches.get(1), "life.told.urge.BRANCH_MEETING")).isEqualTo(1);
		assertThat(told(branches.get(1), "life.told.urge.LEAGUE_CLASS")).isEqualTo(1);
		assertThat(this.urges.urge(ids, committee)).isEqualTo(new UrgeService.Result(0, 1, 1, 0));
		assertThat(told(branches.get(1), "life.told.urge.BRANCH_MEETING")).isEqualTo(1);
		assertThat(this.branches.page(ids.get(1), null, branches.get(1).secretary()).urgedOn())
			.isEqualTo(LocalDate.of(2026, 12, 7));
		this.room.on("2026-12-08");
		assertThat(this.urges.urge(ids, committee).told()).isEqualTo(1);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'life.urged' AND unit_id = ?")
			.param(ids.get(1))
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void onlyThoseAboveUrge() {
		List<Branch> branches = college();
		List<Long> ids = List.of(branches.get(1).id());
		Branch other = this.room.branch(1);
		assertThatThrownBy(() -> this.urges.urge(ids, branches.get(1).secretary()))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(
				() -> this.urges.urge(ids, this.room.people.holder(Roles.AUDITOR, branches.get(0).college().county())))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.urges.urge(ids, other.committee())).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.urges.urge(List.of(), branches.get(0).committee()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aVacationOfTheSchoolFreesItsBranchesAndIsEnteredByThoseAboveOnly() {
		this.room.on("2026-12-07");
		Branch branch = this.room.branch(2);
		Branch other = this.room.branch(2);
		long committee = branch.college().committee();
		LocalDate first = LocalDate.of(2026, 12, 1);
		this.vacations.enter(committee, "寒假", first, first.plusDays(40), branch.committee());
		assertThat(status(branch, Duty.LEAGUE_CLASS).state()).isEqualTo(State.FREE);
		assertThat(status(branch, Duty.BRANCH_MEETING).state()).isEqualTo(State.FREE);
		assertThat(status(other, Duty.LEAGUE_CLASS).state()).isEqualTo(State.DUE);
		assertThat(this.branches.page(branch.id(), null, branch.secretary()).proposals()).isEmpty();
		assertThat(this.vacations.lines(other.committee())).isEmpty();
		long id = this.vacations.lines(branch.committee()).get(0).vacation().id();
		assertThatThrownBy(() -> this.vacations.remove(id, other.committee())).isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.vacations.enter(committee, "假", first, first, other.committee()))
			.isInstanceOf(Refusal.NotAllowed.class);
		this.vacations.remove(id, branch.committee());
		assertThat(status(branch, Duty.LEAGUE_CLASS).state()).isEqualTo(State.DUE);
		assertThatThrownBy(() -> this.vacations.remove(id, branch.committee())).isInstanceOf(Refusal.NotFound.class);
		assertRefused(committee, branch, " ", first, first);
		assertRefused(committee, branch, "长".repeat(61), first, first);
		assertRefused(committee, branch, "假", null, first);
		assertRefused(committee, branch, "假", first, null);
		assertRefused(committee, branch, "假", first, first.minusDays(1));
		assertRefused(committee, branch, "假", first, first.plusDays(120));
		assertRefused(committee, branch, "假", LocalDate.of(9999, 1, 1), LocalDate.of(9999, 1, 2));
	}

	private void assertRefused(long unit, Branch branch, String name, LocalDate first, LocalDate last) {
		assertThatThrownBy(() -> this.vacations.enter(unit, name, first, last, branch.committee()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void theSweepTellsTheSecretaryOnceWhatToCallWhatEndsSoonAndWhatWasMissed() {
		this.room.on("2026-10-05");
		Branch branch = this.room.branch(2);
		this.deadlines.of("life-duty");
		this.deadlines.of("life-duty");
		assertThat(told(branch, "life.told.PLAN.LEAGUE_CLASS")).isEqualTo(1);
		assertThat(told(branch, "life.told.SOON.BRANCH_MEETING")).isZero();
		this.room.on("2026-11-24");
		this.deadlines.of("life-duty");
		this.deadlines.of("life-duty");
		assertThat(told(branch, "life.told.PLAN.LEAGUE_CLASS")).isEqualTo(2);
		assertThat(told(branch, "life.told.SOON.BRANCH_MEETING")).isEqualTo(1);
		this.room.on("2026-12-01");
		this.deadlines.of("life-duty");
		assertThat(told(branch, "life.told.OVERDUE.BRANCH_MEETING")).isEqualTo(1);
		assertThat(this.people.withBranchCommittee(List.of(branch.id()))).isEmpty();
		assertThat(told(branch, "life.told.OVERDUE.COMMITTEE_MEETING")).isZero();
	}

	private int told(Branch branch, String key) {
		return this.jdbc.sql("SELECT COUNT(*) FROM notification WHERE person_id = ? AND words_key = ?")
			.params(branch.secretary().personId(), key)
			.query(Integer.class)
			.single();
	}

}
